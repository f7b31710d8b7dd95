using System.Text;
using QualityKit.Audio;

namespace QualityKit.WaveFuzz;

/// <summary>What became of many files.</summary>
internal sealed class FuzzTally
{
    private const int MostFaults = 20;

    private readonly SortedDictionary<WaveProblem, int> _refused = [];

    /// <summary>How many were read.</summary>
    public int Read { get; private set; }

    /// <summary>How many of them ended within their samples.</summary>
    public int CutShort { get; private set; }

    /// <summary>How many were refused, by problem.</summary>
    public IReadOnlyDictionary<WaveProblem, int> Refused => _refused;

    /// <summary>What must not be, with the number of the file.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Tries files by their numbers, up to twenty faults.</summary>
    public static FuzzTally Run(int first, int count)
    {
        var tally = new FuzzTally();
        for (int number = first; number < first + count && tally.Faults.Count < MostFaults; number++)
        {
            tally.Try(number);
        }

        return tally;
    }

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine($"read {Read}, of them cut short {CutShort}");
        foreach ((WaveProblem problem, int files) in _refused)
        {
            text.AppendLine($"refused as {problem} {files}");
        }

        return text.Append($"faults {Faults.Count}").AppendJoin("", Faults.Select(fault => "\n  " + fault)).ToString();
    }

    private void Try(int number)
    {
        byte[] file = MutatedWave.Of(number);
        try
        {
            Count(WaveTrial.Run(file, canSeek: number % 2 == 0));
        }
        catch (WaveFormatException refused) when (Enum.IsDefined(refused.Problem) && refused.Offset >= 0 && refused.Offset <= file.Length)
        {
            _refused[refused.Problem] = _refused.GetValueOrDefault(refused.Problem) + 1;
        }
        catch (Exception fault) // Whatever it is, it must not be, and the other files are to be tried.
        {
            Faults.Add($"file {number}: {fault.GetType().Name}: {fault.Message}");
        }
    }

    private void Count(bool isCutShort)
    {
        Read++;
        CutShort += isCutShort ? 1 : 0;
    }
}

using System.Text;
using BatchScoring.Commands;

namespace QualityKit.Samples.Tests;

/// <summary>One run of BatchScoring as from a shell, and what it left.</summary>
public sealed class ProgramRun
{
    private ProgramRun(int exitCode, byte[] output, string messages)
    {
        ExitCode = exitCode;
        OutputBytes = output;
        Messages = messages;
    }

    public int ExitCode { get; }

    public byte[] OutputBytes { get; }

    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string Messages { get; }

    public static ProgramRun Of(params string[] arguments) => Of([], arguments, isWatched: false);

    /// <summary>A run that reads text from standard input.</summary>
    public static ProgramRun Reading(string input, params string[] arguments) =>
        Of(Encoding.UTF8.GetBytes(input), ["-", .. arguments], isWatched: false);

    public static ProgramRun Of(byte[] input, string[] arguments, bool isWatched)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter { NewLine = "\n" };
        ExitCode code = Application.Run(
            arguments,
            new Terminal { Input = new MemoryStream(input), Output = output, Error = messages, IsWatched = isWatched });
        return new((int)code, output.ToArray(), messages.ToString());
    }
}

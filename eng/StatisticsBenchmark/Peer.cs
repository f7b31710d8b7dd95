using System.Diagnostics;
using System.Globalization;

namespace QualityKit.StatisticsBenchmark;

/// <summary>A process that answers each line with a name, milliseconds and a value.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process) => _process = process;

    /// <summary>Starts numpy; null when python or numpy is not there.</summary>
    public static Peer? Numpy(string script, string folder)
    {
        try
        {
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3", [script, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string threads in new[] { "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS" })
            {
                start.Environment[threads] = "1";
            }

            var peer = new Peer(Process.Start(start)!);
            peer._process.StandardInput.WriteLine("load");
            return peer._process.StandardOutput.ReadLine() == "ready" ? peer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public (double Milliseconds, double Value) Ask(string name)
    {
        _process.StandardInput.WriteLine(name);
        string[] parts = (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the peer ended at `{name}`")).Split(' ');
        return (double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2].Replace("np.float64(", "", StringComparison.Ordinal).TrimEnd(')'), CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace QualityKit.RescoreBenchmark;

/// <summary>DuckDB in a process of its own: one line of JSON in, one line out.</summary>
internal sealed class Database : IDisposable
{
    private readonly Process _process;

    public Database(string script, int threads)
    {
        _process = Process.Start(new ProcessStartInfo("node", [script, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>Runs a statement that has one row or none.</summary>
    /// <returns>How long the database took, and the row.</returns>
    public (Duration Taken, double[] Row) Run(string sql)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(sql));
        _process.StandardInput.Flush();
        JsonElement answer = JsonDocument.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the database is gone")).RootElement;
        return answer.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidOperationException(error.GetString())
            : (new Duration(answer.GetProperty("milliseconds").GetDouble(), answer.GetProperty("processor").GetDouble()), [.. answer.GetProperty("row").EnumerateArray().Select(cell => cell.GetDouble())]);
    }

    /// <summary>The figures of a query, and how long it took.</summary>
    public (Duration Taken, Figures Figures) Score(string sql)
    {
        (Duration taken, double[] row) = Run(sql);
        return (taken, new Figures(row[0], (long)row[1], (long)row[2], (long)row[3], (long)row[4]));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Tests.Blobs;
using QualityKit.Testing.Tests.Documents;
using QualityKit.Testing.Tests.Durable;
using QualityKit.Testing.Tests.Keys;

namespace QualityKit.Testing.Tests.Matrix;

/// <summary>Every wrong provider, every case that catches it, and the page that says so.</summary>
internal static class KillMatrix
{
    /// <summary>Random cases are kept short here: they have to catch nothing alone.</summary>
    private static readonly ConformanceOptions Short = new() { Sequences = 1, Steps = 60, ShrinkRuns = 0 };

    /// <summary>A provider that never answers is wrong too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static ImmutableArray<WrongProvider> All { get; } =
        [.. WrongStores.All, .. WrongIndexes.All, .. WrongCommands.All, .. WrongDoors.All, .. WrongRaces.All, .. WrongJournals.All, .. WrongBlobStores.All, .. WrongWrappers.All];

    /// <summary>The cases that one wrong provider fails with a seed.</summary>
    public static async Task<ImmutableArray<string>> FailedAsync(WrongProvider wrong, long seed)
    {
        var failed = new ConcurrentBag<string>();
        foreach (ConformanceCase promise in wrong.Cases(Short with { Seed = seed }))
        {
            using var patience = new CancellationTokenSource();
            try
            {
                await promise.RunAsync(patience.Token).WaitAsync(Patience);
            }
            catch (Exception)
            {
                failed.Add(promise.Name);
                await patience.CancelAsync();
            }
        }

        return [.. failed.Order(StringComparer.Ordinal)];
    }

    /// <summary>The page: for each wrong provider what names its fault, and what else it fails, always or in some runs.</summary>
    public static string Page(KillRows measured)
    {
        IReadOnlyDictionary<string, KillRow> rows = measured.Rows;
        var text = new StringBuilder();
        text.Append($"""
            # The kill matrix

            The conformance kits are tested with providers that are wrong: each is a right one, changed in one place. This page lists all {All.Length} of them
            ({All.Count(wrong => wrong.Needs == Needs.Concurrency)} are right while one caller is alone, {All.Count(wrong => wrong.Needs == Needs.Restart)} until they are killed), the case that names the fault, and every other case that the same fault fails. *Always* is with {measured.Seeds} of {measured.Seeds} seeds;
            *sometimes* is where chance decides, as in the random cases. No other case of the kit fails for it. `eng/kill-matrix` runs all of them and writes this page; every test run checks it with one of the seeds.

            | wrong in this | needs | caught by | always fails too | sometimes fails too |
            | --- | --- | --- | --- | --- |

            """);
        foreach (WrongProvider wrong in All)
        {
            KillRow row = rows[wrong.Name];
            text.Append($"| {wrong.Name} | {(wrong.Needs == Needs.Nothing ? "" : wrong.Needs.ToString().ToLowerInvariant())} | {wrong.Caught} | {string.Join("; ", row.Always.Where(name => name != wrong.Caught))} | {string.Join("; ", row.Sometimes)} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>What was measured with all seeds, as it was written down.</summary>
    internal static class Rows
    {
        public static string File => Path.Combine(Repository, "tests", "QualityKit.Testing.Tests", "Matrix", "kills.json");

        public static string PageFile => Path.Combine(Repository, "docs", "kill-matrix.md");

        private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        private static string Repository { get; } = Find(AppContext.BaseDirectory);

        public static KillRows Read() => JsonSerializer.Deserialize<KillRows>(System.IO.File.ReadAllText(File))!;

        public static void Write(KillRows rows) =>
            System.IO.File.WriteAllText(File, JsonSerializer.Serialize(rows, Indented).ReplaceLineEndings("\n") + "\n");

        private static string Find(string folder) =>
            System.IO.File.Exists(Path.Combine(folder, "QualityKit.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Testing.Documents;
using Xunit.Abstractions;

namespace QualityKit.Testing.Tests.Matrix;

/// <summary><c>QUALITYKIT_KILL_SEEDS=20</c> runs every wrong provider with so many seeds and writes what it finds (`eng/kill-matrix`).</summary>
public class KillMatrixTests(ITestOutputHelper output)
{
    private static readonly string? Seeded = Environment.GetEnvironmentVariable("QUALITYKIT_KILL_SEEDS");

    public static TheoryData<string> Names => [.. KillMatrix.All.Select(wrong => wrong.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_provider_that_is_wrong_in_one_place_fails_the_case_that_names_it_and_only_those_listed(string name)
    {
        WrongProvider wrong = KillMatrix.All.Single(wrong => wrong.Name == name);
        if (Seeded is not null)
        {
            return;
        }

        KillRows measured = KillMatrix.Rows.Read();
        KillRow row = measured.Rows[name];
        long seed = 1 + (Seeds.Value % measured.Seeds);
        output.WriteLine($"QUALITYKIT_SEED={Seeds.Value}, seed {seed} of the matrix");

        // A fault that needs two at once may miss its moment on a busy machine; it has a few.
        ImmutableArray<string> failed = await KillMatrix.FailedAsync(wrong, seed);
        for (int again = 0; again < 5 && wrong.Needs == Needs.Concurrency && !failed.Contains(wrong.Caught); again++)
        {
            failed = await KillMatrix.FailedAsync(wrong, seed);
        }

        Assert.Contains(wrong.Caught, failed);
        Assert.DoesNotContain(failed.Except(row.Always).Except(row.Sometimes), other => !IsRace(other));
    }

    // Whether many writers at once run into a fault that has nothing to do with them is luck; the few seeds of the matrix did not see all of it.
    private static bool IsRace(string name) =>
        RaceCases.All.Concat(RequirementRaceCases.All).Any(race => race.Name == name)
        || name.Contains(" at once", StringComparison.Ordinal) || name.Contains("while others", StringComparison.Ordinal);

    [Fact]
    public async Task The_page_is_what_the_code_gives()
    {
        if (Seeded is not null)
        {
            await Measure(int.Parse(Seeded, CultureInfo.InvariantCulture));
        }

        KillRows measured = KillMatrix.Rows.Read();
        IReadOnlyDictionary<string, KillRow> rows = measured.Rows;

        Assert.Equal(KillMatrix.All.Select(wrong => wrong.Name).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(KillMatrix.All, wrong => Assert.Contains(wrong.Caught, rows[wrong.Name].Always));
        Assert.Equal(KillMatrix.Page(measured), (await File.ReadAllTextAsync(KillMatrix.Rows.PageFile)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void There_are_wrong_providers_of_every_sort()
    {
        Assert.Distinct(KillMatrix.All.Select(wrong => wrong.Name));
        Assert.True(KillMatrix.All.Length >= 40);
        Assert.True(KillMatrix.All.Count(wrong => wrong.Needs == Needs.Concurrency) >= 10);
        Assert.True(KillMatrix.All.Count(wrong => wrong.Needs == Needs.Restart) >= 5);
    }

    private async Task Measure(int seeds)
    {
        var rows = new ConcurrentDictionary<string, KillRow>();
        await Parallel.ForEachAsync(KillMatrix.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (wrong, _) =>
        {
            KillRow row = await MeasureAsync(wrong, seeds);
            rows[wrong.Name] = row;
            if (!row.Always.Contains(wrong.Caught))
            {
                output.WriteLine($"{wrong.Name}: `{wrong.Caught}` did not catch it with every seed; what did: {string.Join("; ", row.Always)}");
            }
        });
        KillMatrix.Rows.Write(new KillRows(seeds, KillMatrix.All.ToDictionary(wrong => wrong.Name, wrong => rows[wrong.Name])));
        await File.WriteAllTextAsync(KillMatrix.Rows.PageFile, KillMatrix.Page(KillMatrix.Rows.Read()));
    }

    private static async Task<KillRow> MeasureAsync(WrongProvider wrong, int seeds)
    {
        var counts = new Dictionary<string, int>();
        for (int seed = 1; seed <= seeds; seed++)
        {
            foreach (string failed in await KillMatrix.FailedAsync(wrong, seed))
            {
                counts[failed] = counts.GetValueOrDefault(failed) + 1;
            }
        }

        return new KillRow(
            [.. counts.Where(count => count.Value == seeds).Select(count => count.Key).Order(StringComparer.Ordinal)],
            [.. counts.Where(count => count.Value < seeds).Select(count => count.Key).Order(StringComparer.Ordinal)]);
    }
}

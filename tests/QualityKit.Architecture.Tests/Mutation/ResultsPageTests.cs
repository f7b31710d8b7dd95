using System.Text.Json;
using QualityKit.Architecture.Tests.Code;
using QualityKit.MutationBar;
using Xunit;

namespace QualityKit.Architecture.Tests.Mutation;

/// <summary>The page of mutation results: it says what was measured.</summary>
public sealed class ResultsPageTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly FolderResult Scoring =
        new("src/QualityKit/Scoring", new Counts(200, Killed: 180, ByTime: 5, Equivalent: 4, Survivors: 11), new DateOnly(2026, 3, 1), "eng/mutation Scoring");

    [Fact]
    public void The_page_is_what_the_results_say()
    {
        FolderResult[] results = JsonSerializer.Deserialize<FolderResult[]>(Repository.Read("eng/mutation-results.json"), Web)!;
        Bars bars = JsonSerializer.Deserialize<Bars>(Repository.Read("eng/mutation-bars.json"), Web)!;

        Assert.Equal(ResultsPage.Render(results, bars), Repository.Read("docs/mutation.md"));
        Assert.All(results, result => Assert.Equal(
            result.Counts.Mutants,
            result.Counts.Killed + result.Counts.ByTime + result.Counts.Equivalent + result.Counts.Survivors));
    }

    [Fact]
    public void A_folder_has_one_line_with_its_counts_and_its_bar() =>
        Assert.Contains(
            "\n| `src/QualityKit/Scoring` | 200 | 180 | 5 | 4 | 11 | 94.39 % | 100 % | 2026-03-01 | `eng/mutation Scoring` |\n",
            ResultsPage.Render([Scoring], new Bars(new Dictionary<string, int> { ["Scoring"] = 100 }, Elsewhere: 90, EquivalentLimit: 2)),
            StringComparison.Ordinal);

    [Fact]
    public void A_later_run_of_a_folder_takes_the_place_of_the_one_before()
    {
        FolderResult forms = Scoring with { Folder = "src/QualityKit/Forms" };
        FolderResult later = Scoring with { Date = new DateOnly(2026, 3, 2) };

        Assert.Equal([forms, later], ResultsPage.With([Scoring, forms], later));
    }
}

using System.Globalization;
using System.Text;

namespace QualityKit.MutationBar;

/// <summary>docs/mutation.md: written from eng/mutation-results.json, so that it says what was measured and nothing else.</summary>
internal static class ResultsPage
{
    private const string Head = """
        # Mutation results

        A mutant is the library with one small change: a `<` for a `<=`, a statement left out. If all tests still pass, they do not look at that place. The table says how many mutants of each folder the tests kill. `eng/mutation` writes this page after the run of a whole folder; a folder that is not listed has not been run whole.

        | folder | mutants | killed | by time | equivalent | survivors | score | bar | date | command |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |

        """;

    private const string Foot = """

        - **Killed**: a test fails, or the process ends. **By time**: a test takes more than 20 times as long as it should, and 3 seconds of the processor more.
        - **Equivalent**: the change cannot be seen from outside; [eng/equivalent-mutants.json](../eng/equivalent-mutants.json) says why for each, and at most 2 % of a folder may be there.
        - **Score**: the share of the others that were killed. The bars are in [eng/mutation-bars.json](../eng/mutation-bars.json).
        - Mutants that do not compile are not counted, nor are blocks left out where something inside is changed too.
        - The mutants are those of Stryker.NET; they are tried by [eng/MutantRunner](../eng/MutantRunner) ([ADR 0018](adr/0018-mutants-are-tried-in-one-process.md)).

        """;

    public static string Render(IEnumerable<FolderResult> results, Bars bars)
    {
        StringBuilder page = new(Head.ReplaceLineEndings("\n"));
        foreach (FolderResult result in results)
        {
            Counts counts = result.Counts;
            int judged = counts.Mutants - counts.Equivalent;
            string score = judged == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * (judged - counts.Survivors) / judged:0.00} %");
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{result.Folder}` | {counts.Mutants} | {counts.Killed} | {counts.ByTime} | {counts.Equivalent} | {counts.Survivors} | {score} | {bars.Of(result.Folder.Split('/')[^1])} % | {result.Date:yyyy-MM-dd} | `{result.Command}` |\n");
        }

        return page.Append(Foot.ReplaceLineEndings("\n")).ToString();
    }

    /// <summary>The results with one more, or with another one of its folder, in the order of the folders' names.</summary>
    public static IReadOnlyList<FolderResult> With(IEnumerable<FolderResult> results, FolderResult added) =>
        [.. results.Where(result => result.Folder != added.Folder).Append(added).OrderBy(result => result.Folder, StringComparer.Ordinal)];
}

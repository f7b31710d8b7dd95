using System.Text;
using QualityKit.Forms;
using QualityKit.Tests.Wire;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Forms;

public sealed class FormChangeTests
{
    [Fact]
    public void Each_change_is_told_alone_by_its_code_where_it_is_with_what_it_can_do()
    {
        List<string> wrong = [];
        foreach (ChangeCase change in ChangeCases.All)
        {
            FormChange[] told = [.. FormDiff.Between(new EvaluationForm(change.Before), new EvaluationForm(change.After)).Changes];
            if (told.Length != change.Told || !told.Any(found => (found.Code, found.Effect, found.Pointer) == (change.Code, change.Effect, change.Pointer)))
            {
                wrong.Add($"{change.Code} {change.Effect} {change.Pointer}: {string.Join(", ", told.Select(found => $"{found.Code} {found.Effect} {found.Pointer}"))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Each_change_is_written() =>
        Assert.All(ChangeCases.All, change => Assert.NotEqual(FormJson.WriteText(change.Before), FormJson.WriteText(change.After)));

    // Rules of scoring that do not exist are refused.
    [Fact]
    public void Each_change_is_read_back() => Assert.All(ChangeCases.All.Where(change => change.Code != "change.method.semantics"), change =>
    {
        string written = FormJson.WriteText(change.After);
        Assert.True(FormDiff.Between(new EvaluationForm(change.After), new EvaluationForm(FormJson.Read(written).Value)).IsEmpty, written);
    });

    [Fact]
    public void Every_code_is_one_of_these() => Assert.Equal(
        MessageCatalogue.English.Codes.Where(code => code.StartsWith("change.", StringComparison.Ordinal)).Select(WithoutWay).Distinct().Order(StringComparer.Ordinal),
        ChangeCases.All.Select(change => change.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_lists_every_code() => PrintedPage.AssertShows("docs/differences.md", "codes", Table());

    private static string Table()
    {
        var text = new StringBuilder("| part | `Scores` | `Wording` | `Workflow` |\n| --- | --- | --- | --- |\n");
        foreach (IGrouping<string, ChangeCase> part in ChangeCases.All.GroupBy(change => change.Code.Split('.')[1]))
        {
            text.Append($"| `{part.Key}` | {Cell(part, FormChangeEffect.Scores)} | {Cell(part, FormChangeEffect.Wording)} | {Cell(part, FormChangeEffect.Workflow)} |\n");
        }

        return text.ToString();
    }

    private static string Cell(IEnumerable<ChangeCase> part, FormChangeEffect effect) => string.Join(
        ", ", part.Where(change => change.Effect == effect).Select(change => $"`{change.Code.Split('.', 3)[2]}`").Distinct());

    // A switch has a sentence for each way, and what is none can have words of its own.
    private static string WithoutWay(string code) =>
        code.Split('.')[^1] is "on" or "off" or "none" ? code[..code.LastIndexOf('.')] : code;
}

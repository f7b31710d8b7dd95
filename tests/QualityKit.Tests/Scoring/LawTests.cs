using System.Reflection;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>Every cell of the table of laws: the law holds in generated cases, or there is a counter-example.</summary>
public sealed class LawTests
{
    // A rare cell has ten to twenty cases of 1,200, and now and then eight. None at all would say that the law is never looked at.
    private const int Fewest = 3;

    public static TheoryData<string, string> Combinations => Cells(LawTable.Combinations);

    public static TheoryData<string, string> Parts => Cells(LawTable.Parts);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void The_law_holds_for_the_combination(string law, string combination)
    {
        LawReport report = LawReport.Of(Laws.All.Single(row => row.Name == law));
        LawColumn column = Enum.Parse<LawColumn>(combination);
        Assert.True(report.Broken(column).Count == 0, $"QUALITYKIT_SEED={GeneratedCases.Seed}\n{report.Broken(column).FirstOrDefault()}");
        Assert.True(GeneratedCases.AreFew || report.Held(column) >= Fewest, $"only {report.Held(column)} cases");
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_law_holds_with_the_part(string law, string part)
    {
        LawReport report = LawReport.Of(Laws.All.Single(row => row.Name == law));
        LawColumn column = Enum.Parse<LawColumn>(part);
        Assert.True(report.Broken(column).Count == 0, $"QUALITYKIT_SEED={GeneratedCases.Seed}\n{report.Broken(column).FirstOrDefault()}");
        Assert.True(GeneratedCases.AreFew || report.Held(column) >= Fewest, $"only {report.Held(column)} cases");
    }

    [Fact]
    public void Every_counter_example_is_a_test_and_every_such_test_is_in_the_table()
    {
        string[] tests = [.. typeof(LawCounterExamples).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => method.Name).Order()];
        Assert.Equal(tests, Laws.All.SelectMany(law => law.Broken).Select(cell => cell.CounterExample).Distinct().Order());
    }

    [Fact]
    public void The_page_shows_the_table() => PrintedPage.AssertShows("docs/scoring.md", "laws", LawTable.Render());

    private static TheoryData<string, string> Cells(IEnumerable<LawColumn> columns)
    {
        var cells = new TheoryData<string, string>();
        foreach (Law law in Laws.All)
        {
            foreach (LawColumn column in columns.Where(law.HoldsFor))
            {
                cells.Add(law.Name, column.ToString());
            }
        }

        return cells;
    }
}

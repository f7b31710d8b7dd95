using QualityKit.MutationBar;
using Xunit;

namespace QualityKit.Architecture.Tests.Mutation;

/// <summary>The judge of the mutation reports: a false pass here would hide every gap in the tests.</summary>
public sealed class VerdictTests
{
    private static readonly Bars Bars = new(new Dictionary<string, int> { ["Scoring"] = 100 }, Elsewhere: 90, EquivalentLimit: 2);

    private static readonly Mutant[] GoodCanary =
    [
        new("MutationCanary.cs", 7, "public static bool IsOverTen(int number) => number > 10;", "number < 10", "Killed"),
        new("MutationCanary.cs", 10, "public static bool IsUnderTen(int number) => number < 10;", "number > 10", "NoCoverage"),
    ];

    [Fact]
    public void A_folder_whose_mutants_all_die_meets_every_bar() =>
        Assert.Empty(Judge("Scoring", [.. Mutants("Scoring", 9, "Killed"), .. Mutants("Scoring", 1, "Timeout")]));

    [Theory]
    [InlineData("Survived")]
    [InlineData("NoCoverage")]
    public void One_living_mutant_is_too_many_where_the_bar_is_100(string status) =>
        Assert.Contains(
            "1 of 1000 mutants live; the bar of Scoring is 100 %:",
            Judge("Scoring", [.. Mutants("Scoring", 999, "Killed"), .. Mutants("Scoring", 1, status)]));

    [Fact]
    public void Elsewhere_one_in_ten_may_live_but_no_more()
    {
        Assert.Empty(Judge("Forms", [.. Mutants("Forms", 90, "Killed"), .. Mutants("Forms", 10, "Survived")]));
        Assert.Contains(
            "11 of 100 mutants live; the bar of Forms is 90 %:",
            Judge("Forms", [.. Mutants("Forms", 89, "Killed"), .. Mutants("Forms", 11, "Survived")]));
    }

    [Fact]
    public void Mutants_that_look_the_same_count_one_by_one()
    {
        Mutant twin = Mutants("Scoring", 1, "Survived")[0];

        Assert.Contains("2 of 3 mutants live; the bar of Scoring is 100 %:", Judge("Scoring", [.. Mutants("Scoring", 1, "Killed"), twin, twin]));
    }

    [Fact]
    public void Mutants_that_do_not_compile_or_were_left_out_count_for_nothing() =>
        Assert.Empty(Judge("Scoring", [.. Mutants("Scoring", 1, "Killed"), .. Mutants("Scoring", 5, "CompileError"), .. Mutants("Scoring", 5, "Ignored")]));

    [Fact]
    public void A_run_that_kills_nothing_is_distrusted() =>
        Assert.Contains(
            "no mutant was killed: the tests of this folder did not run, or check nothing",
            Judge("Forms", Mutants("Forms", 1, "Survived")));

    [Theory]
    [InlineData("Survived", "NoCoverage")]
    [InlineData("Killed", "Killed")]
    [InlineData("CompileError", "NoCoverage")]
    public void A_run_that_misjudges_the_canary_is_distrusted(string mustDie, string mustLive)
    {
        Mutant[] canary = [GoodCanary[0] with { Status = mustDie }, GoodCanary[1] with { Status = mustLive }];

        Assert.Contains(
            Verdict.On(Whole("Scoring"), [.. Mutants("Scoring", 1, "Killed"), .. canary], Bars, []).Problems,
            problem => problem.StartsWith("the canary was not judged rightly", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_the_canary_is_distrusted() =>
        Assert.NotEmpty(Verdict.On(Whole("Scoring"), Mutants("Scoring", 1, "Killed"), Bars, []).Problems);

    [Fact]
    public void A_listed_equivalent_mutant_may_live() =>
        Assert.Empty(Judge("Scoring", [.. Mutants("Scoring", 99, "Killed"), .. Mutants("Scoring", 1, "Survived")], Entry("x >= 0")));

    [Fact]
    public void The_list_of_equivalents_may_not_grow_stale_long_or_unexplained()
    {
        Assert.Contains(
            "an equivalent mutant that no longer lives; delete the entry: src/QualityKit/Scoring/A.cs: x > 0  ->  x >= 0",
            Judge("Scoring", Mutants("Scoring", 100, "Killed"), Entry("x >= 0")));
        Assert.Contains(
            "3 of 100 mutants are listed as equivalent, more than 2 %",
            Judge("Scoring", [.. Mutants("Scoring", 97, "Killed"), .. Mutants("Scoring", 3, "Survived")], Entry("x >= 0")));
        Assert.Contains(
            "an equivalent mutant without a reason: src/QualityKit/Scoring/A.cs: x > 0",
            Judge("Scoring", [.. Mutants("Scoring", 99, "Killed"), .. Mutants("Scoring", 1, "Survived")], Entry("x >= 0") with { Reason = " " }));
    }

    [Fact]
    public void Of_changed_files_the_list_of_equivalents_is_not_judged() =>
        Assert.Empty(Verdict.On(
            Whole("Scoring") with { IsWhole = false }, [.. Mutants("Scoring", 1, "Killed"), .. GoodCanary], Bars, [Entry("x >= 0")]).Problems);

    [Fact]
    public void A_report_of_the_tool_is_read()
    {
        const string Report = """
            {
              "projectRoot": "/repo/src/QualityKit",
              "files": {
                "/repo/src/QualityKit/Scoring/A.cs": {
                  "source": "class A\n{\n    bool M(int x) => x > 0;\n}\n",
                  "mutants": [
                    { "id": "1", "replacement": "x >= 0", "status": "Survived", "location": { "start": { "line": 3, "column": 22 }, "end": { "line": 3, "column": 27 } } }
                  ]
                }
              }
            }
            """;

        Assert.Equal([new Mutant("Scoring/A.cs", 3, "bool M(int x) => x > 0;", "x >= 0", "Survived")], MutationReport.Read(Report));
    }

    private static IReadOnlyList<string> Judge(string folder, IEnumerable<Mutant> mutants, params EquivalentMutant[] equivalents) =>
        Verdict.On(Whole(folder), [.. mutants, .. GoodCanary], Bars, equivalents).Problems;

    private static Subject Whole(string folder) => new("src/QualityKit", folder, IsWhole: true);

    private static Mutant[] Mutants(string folder, int count, string status) =>
        [.. Enumerable.Range(1, count).Select(line => new Mutant($"{folder}/A.cs", line, "x > 0", "x >= 0", status))];

    private static EquivalentMutant Entry(string replacement) => new("src/QualityKit/Scoring/A.cs", "x > 0", replacement, "x is never 0 here");
}

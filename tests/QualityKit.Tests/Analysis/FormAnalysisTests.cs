using QualityKit.Analysis;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Tests.Forms;
using QualityKit.Validation;

namespace QualityKit.Tests.Analysis;

public sealed class FormAnalysisTests
{
    private static readonly ChoiceQuestion Solved = Ask.Choice("solved", "Solved?", ("yes", 10), ("partly", 5), ("no", 0));
    private static readonly Condition Impossible = When.All(When.Answered("greeting", "yes"), When.Answered("greeting", "no"));

    public static TheoryData<string> Codes => [.. Findings.Select(finding => finding.Expected[..6])];

    /// <summary>A form for each warning, and how the warning reads.</summary>
    private static IEnumerable<(FormDraft Form, string Expected)> Findings =>
    [
        (SampleForm.VisibleWhen(Impossible), "QK1250 at /groups/0/items/1: no answers make the question `second` visible; change its condition or take the question away"),
        (SampleForm.With(Ask.Group("Extra", 1, Solved) with { VisibleWhen = Impossible }), "QK1251 at /groups/0/items/1: no answers make the group `extra` visible; change its condition or take the group away"),
        (SampleForm.VisibleWhen(Impossible), "QK1252 at /groups/0/items/1/visibleWhen: the condition can never hold; change it or take away what hangs on it"),
        (SampleForm.VisibleWhen(When.Any(When.Answered("greeting", "yes"), When.Answered("greeting", "no"))), "QK1253 at /groups/0/items/1/visibleWhen: the condition always holds; take it away, or change it if something else was meant"),
        (SampleForm.With(Solved with { Weight = 0 }), "QK1254 at /groups/0/items/1: no answer to `solved` can change a result; give it a weight and different points, or exclude it"),
        (SampleForm.With(Ask.MultiSelect("told", "Told?", ("price", 1), ("term", 0))), "QK1255 at /groups/0/items/1/options/1: selecting `term` in `told` or not can never change a result; change its points or take it away"),
        (SampleForm.With(Ask.Choice("told", "Told?", ("yes", 1), ("no", 1)) with { IsFatal = true }), "QK1258 at /groups/0/items/1/fatal: the question `told` is fatal and no answer to it can fail; give its answers different points or take the flag away"),
        (SampleForm.With(Ask.Choice("told", "Told?", ("yes", 2), ("no", 1)) with { IsCritical = true }).ScoredBy(ScoringMethod.Default with { CriticalBelow = 50 }), "QK1259 at /groups/0/items/1/critical: the question `told` is critical and no answer to it can fail; give an answer fewer points or take the flag away"),
        (SampleForm.With(Solved).PassesAt(95) with { Rules = [new() { Effect = ScoreRuleEffect.Lower, Amount = Score.Percent(10) }] }, "QK1260 at /pass/mark: no answers reach the pass mark `95 %`; the best score is `90 %`"),
        (SampleForm.With(Solved).PassesAt(20) with { Rules = [new() { Effect = ScoreRuleEffect.Minimum, Amount = Score.Percent(20) }] }, "QK1261 at /pass/mark: every score reaches the pass mark `20 %`; the worst is `20 %`"),
        (SampleForm.With(Solved) with { Pass = new() { Mark = Score.Percent(50), QuestionMinimum = Score.Percent(0) } }, "QK1262 at /pass/questionMinimum: no answer is below `0 %`, which every question must reach; raise it or take it away"),
        (SampleForm.WithBands(SampleForm.Between("Middle", 10, 90)), "QK1263 at /bands/0: no score belongs to the band `Middle`; change its limits or take it away"),
        (SampleForm.WithBands(SampleForm.Between("All", 0, 100)), "QK1264 at /bands/0: every score belongs to the band `All`; change its limits or take it away"),
        (SampleForm.WithRule(new() { Effect = ScoreRuleEffect.Minimum, Amount = Score.Percent(0) }), "QK1265 at /rules/0: the score rule can never change a result; change it or take it away"),
        (EvaluationForm.Draft("Mute").Group("Main", 1, Solved with { Weight = 0 }), "QK1266: no answers give a score; let a question count"),
        (SampleForm.With(Solved with { Weight = 1.00001m }), "QK1267 at /groups/0/items/1: the questions `solved` and `greeting` have different shares of the score and both are shown as `50 %`; show more digits or give them one weight"),
        (SampleForm.With(Solved with { Weight = 0.00001m }), "QK1268 at /groups/0/items/1: the most that the answer to `solved` changes is shown as 0 with 2 digits; give it a higher weight, show more digits, or exclude it"),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_warning_says_what_is_wrong_where_and_what_to_do(string code)
    {
        foreach ((FormDraft form, string expected) in Findings.Where(finding => finding.Expected.StartsWith(code, StringComparison.Ordinal)))
        {
            Assert.Contains(expected, FormAnalysis.Of(form.Publish().Value).Issues.Select(issue => issue.ToString()));
        }
    }

    [Fact]
    public void Every_code_of_analyses_is_raised_by_a_form() =>
        Assert.Equal(
            typeof(IssueCodes).GetFields().Select(field => (string)field.GetValue(null)!).Where(code => code.StartsWith("QK12", StringComparison.Ordinal) && string.CompareOrdinal(code, "QK1250") >= 0).Order(),
            Findings.Select(finding => finding.Expected[..6]).Distinct().Order());

    [Fact]
    public void A_witness_has_the_score_that_it_is_a_witness_of()
    {
        EvaluationForm form = SampleForm.QuickStart.Publish().Value;
        FormAnalysis analysis = FormAnalysis.Of(form);

        Assert.Equal(Score.Percent(0), Scorer.Score(form, analysis.Lowest.Witness!).Total);
        Assert.Equal(Score.Percent(100), Scorer.Score(form, analysis.Highest.Witness!).Total);
        Assert.Equal("0 %", analysis.Lowest.ToString());
    }

    [Fact]
    public void A_share_says_what_a_question_weighs_and_can_change()
    {
        QuestionShare greeting = FormAnalysis.Of(SampleForm.QuickStart.Publish().Value).Share("greeting");

        Assert.Equal(Fraction.Of(1, 5), greeting.Share);
        Assert.Equal((Fraction.Of(1, 5), Fraction.Of(1, 5)), (greeting.LowestShare, greeting.HighestShare));
        Assert.Equal(Score.Percent(20), greeting.Change.Largest);
        Assert.True(greeting is { CanBeVisible: true, IsRangeDecided: true, Change.IsDecided: true });
    }

    [Fact]
    public void A_draft_is_analysed_as_if_it_were_published_now()
    {
        Validated<FormAnalysis> analysis = FormAnalysis.Of(SampleForm.With(Solved with { Weight = 0 }));

        Assert.Contains(analysis.Issues, issue => issue.Code == IssueCodes.QuestionWithoutEffect);
        Assert.Equal("sample", analysis.Value.Form.Key);
    }

    [Fact]
    public void A_draft_that_is_wrong_is_not_analysed()
    {
        Validated<FormAnalysis> analysis = FormAnalysis.Of(SampleForm.With(Solved with { Weight = -1 }));

        Assert.False(analysis.IsValid);
        Assert.Equal([IssueCodes.NegativeWeight], analysis.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void With_fewer_sheets_to_look_at_less_is_decided()
    {
        EvaluationForm form = SampleForm.VisibleWhen(When.Answered("greeting", "no")).Publish().Value;
        FormAnalysis analysis = FormAnalysis.Of(form, new AnalysisLimits { SheetsPerStatement = 1 });

        Assert.False(analysis.IsDecided);
        Assert.Contains("QK1252 at /groups/0/items/1/visibleWhen", analysis.NotDecided.Select(check => check.ToString()));
        Assert.True(FormAnalysis.Of(form).IsDecided);
    }

    [Fact]
    public void A_limit_is_at_least_one_sheet() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FormAnalysis.Of(SampleForm.QuickStart.Publish().Value, new AnalysisLimits { SheetsPerStatement = 0 }));

    [Fact]
    public void A_question_that_the_form_does_not_have_has_no_share() =>
        Assert.Throws<ArgumentException>(() => FormAnalysis.Of(SampleForm.QuickStart.Publish().Value).Share("unknown"));

    [Fact]
    public void What_stays_open_is_named_by_code_and_place()
    {
        Assert.Equal("QK1263 at /bands/0", new OpenCheck { Code = IssueCodes.BandNeverReached, Pointer = "/bands/0" }.ToString());
        Assert.Equal("QK1266", new OpenCheck { Code = IssueCodes.NoScorePossible }.ToString());
        Assert.Equal("no score (not decided, bound unknown)", new ReachableScore().ToString());
        Assert.Equal("10 % (not decided, bound 20 %)", new ReachableScore { Score = Score.Percent(10), Bound = Score.Percent(20) }.ToString());
    }

    [Fact]
    public void A_fatal_question_that_is_seen_only_where_its_group_is_not_applicable_never_fails()
    {
        Group group = Ask.Group("Extra", 1, Solved, Ask.YesNo("told", "Told?") with { IsFatal = true, VisibleWhen = When.NotApplicable("solved") }) with { AllowsNotApplicable = true };
        FormAnalysis analysis = FormAnalysis.Of(SampleForm.With().Group(group).Publish().Value);

        Assert.True(analysis.Share("told").CanBeVisible);
        Assert.Contains(analysis.Issues, issue => issue is { Code: IssueCodes.FatalNeverFails, Pointer: "/groups/1/items/1/fatal" });
    }
}

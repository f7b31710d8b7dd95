using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Rescoring;

/// <summary>What a report says, as values and in words.</summary>
public sealed class WhatIfReportTests
{
    // Totals before: 100, 60, 20, 60 with a failure after, none.
    private static readonly WhatIfCase[] Cases =
    [
        Chats.Plain("a", "yes", "yes", "anna"),
        Chats.Plain("b", "yes", "partly", "anna"),
        Chats.Plain("c", "yes", "no", "bo"),
        Chats.Case("d", "greeting=yes solved=yes identity=no", "anna"),
        Chats.Case("e", "greeting=NA solved=NA identity=NA"),
        Chats.Case("f", "greeting=yes"),
    ];

    private static readonly WhatIfReport Report = Chats.WhatIf.Report(Cases);

    [Fact]
    public void Averages_are_exact_on_both_sides()
    {
        Assert.Equal((4, Score.Percent(60)), (Report.Before.Average.Count, Report.Before.Average.Mean));
        Assert.Equal((4, Score.Percent(45)), (Report.After.Average.Count, Report.After.Average.Mean));
        Assert.Equal(Score.Share(Fraction.From(11 + 6.6m + 2.2m + 7.2m) / 45), Report.Before.Average.RatioOfSums);
        Assert.Equal((Score.Percent(-15), 0, 1, 3), (Report.MeanChange, Report.Rises, Report.Falls, Report.Same));
    }

    [Fact]
    public void Averages_can_go_on_elsewhere()
    {
        ScoreAverage more = Report.Before.Average.Merge(ScoreAverage.Empty.Add(Score.Percent(0), Fraction.Of(45)));

        Assert.Equal((5, Score.Percent(48), Report.Before.Average.RatioOfSums!.Value.Value / 2), (more.Count, more.Mean, more.RatioOfSums!.Value.Value));
    }

    [Fact]
    public void Outcomes_are_counted_in_pairs()
    {
        Assert.Equal((3, 1, 1, 3), (Report.Before.Passed, Report.Before.Failed, Report.After.Passed, Report.After.Failed));
        Assert.Equal((Fraction.Of(3, 4), Fraction.Of(1, 4)), (Report.Before.PassRate, Report.After.PassRate));
        Assert.Equal((1, 2, 0, 1), (Report.CountOf(Outcome.Passed, Outcome.Passed), Report.CountOf(Outcome.Passed, Outcome.Failed), Report.CountOf(Outcome.Failed, Outcome.Passed), Report.CountOf(Outcome.None, Outcome.None)));
        Assert.Equal(9, Report.Outcomes.Length);
        Assert.Equal((Outcome.Failed, Outcome.Passed), (Report.Outcomes[7].Before, Report.Outcomes[7].After));
        Assert.Equal((2, "b d"), (Report.ToFailed.Count, string.Join(' ', Report.ToFailed.Ids)));
    }

    [Fact]
    public void A_new_failure_names_its_question()
    {
        Assert.Equal((1, "d"), (Report.NewFailures.Count, Report.NewFailures.Ids.Single()));
        Assert.Equal(("identity", 1), (Report.NewFailures.Reasons.Single().Name, Report.NewFailures.Reasons.Single().Count));
        Assert.Equal((0, 1), (Report.Before.FormFailed, Report.After.FormFailed));
    }

    [Fact]
    public void Bands_are_counted_in_pairs_and_none_comes_first() => Assert.Equal(
        [(null, null, 2L), ("Good", null, 1L), ("Good", "Good", 1L), ("Excellent", "Excellent", 1L)],
        Report.Bands.Select(band => (band.Before?.Name.Text, band.After?.Name.Text, band.Count)));

    [Fact]
    public void It_reads_in_English() => Assert.Equal(
        """
        Chat, version 1, scored as Chat, version 2
        compared: 5, skipped: 1
        skipped because they do not fit the form that they were made with: 1 (f)
          QK2007 in 1
        mean of scores: 60 % before, 45 % after
        ratio of sums: 60 % before, 44 % after
        mean change: -15 percentage points; 0 rise, 1 fall, 3 stay
        quartiles before, in steps of 1 %: 20 % to 21 %, 60 % to 61 %, 60 % to 61 %
        quartiles after, in steps of 1 %: 0 % to 1 %, 20 % to 21 %, 60 % to 61 %
        passed: 75 % (3 of 4) before, 25 % (1 of 4) after
        passed before, fail after: 2 (b, d)
        failed as a whole by what did not fail them before: 1 (d)
          by `identity`: 1
        bands
          no band to no band: 2
          Good to no band: 1
          Good to Good: 1
          Excellent to Excellent: 1
        means that change sides of the pass mark: 1
          anna no longer passes: 73.33 % before, 53.33 % after
        largest falls
          d: 60 % before, 0 % after, -60 percentage points

        """,
        Report.ToString());

    [Fact]
    public void It_reads_in_Danish_and_German()
    {
        string danish = Report.ToText(MessageCatalogue.Danish);
        string german = Report.ToText(MessageCatalogue.German);

        Assert.Contains("gennemsnit af scorer: 60 % før, 45 % efter\n", danish, StringComparison.Ordinal);
        Assert.Contains("  d: 60 % vorher, 0 % nachher, -60 Prozentpunkte\n", german, StringComparison.Ordinal);
        Assert.All([danish, german], text => Assert.DoesNotContain("whatif", text, StringComparison.Ordinal));
        Assert.All([danish, german], text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_can_be_replaced() => Assert.StartsWith(
        "5 looked at\n",
        Report.ToText(MessageCatalogue.English.With(WhatIfCodes.Title, "{x}").With(WhatIfCodes.Counted, "{compared} looked at"))["{x}\n".Length..],
        StringComparison.Ordinal);

    [Fact]
    public void What_does_not_happen_is_not_told() => Assert.Equal(
        """
        Chat, version 1, scored as Chat, version 2
        compared: 0, skipped: 0
        mean of scores: no score before, no score after
        ratio of sums: no score before, no score after

        """,
        Chats.WhatIf.Report([]).ToString());

    [Fact]
    public void Numbers_of_different_units_are_not_compared_and_the_report_says_so()
    {
        WhatIfReport report = WhatIf.Between(Chats.Form, Chats.InPoints).Report(Cases[..2]);

        Assert.Equal((null, 0, 0, 0), (report.MeanChange, report.Rises, report.Falls, report.Same));
        Assert.Empty(report.LargestFalls);
        Assert.Equal((Score.Percent(80), Score.Points(620)), (report.Before.Average.Mean, report.After.Average.Mean));
        Assert.Equal((2, 1, 1), (report.Before.Passed, report.After.Passed, report.ToFailed.Count));
        Assert.Contains("numbers are not compared, because the units differ: percent before, points after\nmean of scores: 80 % before, 620 points after\n", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mean change", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_of_ids_is_cut_short_in_words()
    {
        WhatIfReport report = Chats.WhatIf.Report(Enumerable.Range(10, 12).Select(number => Chats.Plain($"e{number}", "yes", "partly")));

        Assert.Contains("fail after: 12 (e10, e11, e12, e13, e14, e15, e16, e17, e18, e19 and 2 more)\n", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(12, report.ToFailed.Ids.Length);
    }

    [Fact]
    public void Ten_ids_are_told_in_full() => Assert.Contains(
        "e18, e19)\n",
        Chats.WhatIf.Report(Enumerable.Range(10, 10).Select(number => Chats.Plain($"e{number}", "yes", "partly"))).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Rises_and_a_form_without_a_mark_read_well()
    {
        WhatIf whatIf = WhatIf.Between(Chats.Form, Chats.Changed(form => form with { Pass = null, Groups = [form.Groups[0] with { Weight = 80 }, form.Groups[1] with { Weight = 20 }] }));
        string text = whatIf.Report([Chats.Plain("a", "yes", "no")]).ToString();

        Assert.Contains("passed: 0 % (0 of 1) before, nothing to pass after\n", text, StringComparison.Ordinal);
        Assert.Contains("largest rises\n  a: 20 % before, 80 % after, 60 percentage points\n", text, StringComparison.Ordinal);
        Assert.Contains("passed: nothing to pass before, 0 % (0 of 1) after\n", WhatIf.Between(whatIf.After, Chats.Form).Report([Chats.Plain("a", "yes", "no")]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_carry_over_is_told_in_words()
    {
        EvaluationForm after = Chats.Changed(form => form.Group("Closing", 100, Ask.YesNo("goodbye", "Goodbye?")), item => item is ChoiceQuestion { Key: "solved" } choice ? choice with { Options = [choice.Options[0], choice.Options[2]] } : item);
        string text = WhatIf.Between(Chats.Form, after).Report([Chats.Plain("a", "yes", "partly")]).ToString();

        Assert.Contains("scored with what fits, because not all of it does: 1\n", text, StringComparison.Ordinal);
        Assert.EndsWith("answers that do not carry over\n  `solved` has no option `partly`: 1\n  `goodbye` must be answered and is not: 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Someone_passes_now()
    {
        string text = WhatIf.Between(Chats.Stricter, Chats.Form).Report([Chats.Plain("a", "yes", "partly", "anna")]).ToString();

        Assert.Contains("failed before, pass after: 1 (a)\n", text, StringComparison.Ordinal);
        Assert.Contains("  anna passes now: 60 % before, 60 % after\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_subjects_are_told_and_the_rest_is_counted()
    {
        string Text(int agents) => Chats.WhatIf.Report(Enumerable.Range(10, agents).Select(number => Chats.Plain($"e{number}", "yes", "partly", $"agent {number}"))).ToString();

        Assert.Contains("pass mark: 21\n  agent 10 no longer passes: 60 % before, 60 % after\n", Text(21), StringComparison.Ordinal);
        Assert.Contains("  agent 29 no longer passes: 60 % before, 60 % after\n  and 1 more\n", Text(21), StringComparison.Ordinal);
        Assert.DoesNotContain(" more\n", Text(20), StringComparison.Ordinal);
    }

    // 79.998 % is not 80 %, and whoever reads it must see that it does not pass.
    [Fact]
    public void A_mean_beside_the_mark_shows_on_which_side_it_lies()
    {
        EvaluationForm before = Chats.Changed(form => form.PassesAt(80));
        EvaluationForm after = (before.Edit() with { Groups = [before.Groups[0] with { Weight = 20.002m }, before.Groups[1] with { Weight = 79.998m }] }).Publish().Value;

        Assert.Contains(
            "  anna no longer passes: 80 % before, 79.998 % after\n",
            WhatIf.Between(before, after).Report([Chats.Plain("a", "no", "yes", "anna")]).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_words_in_every_language()
    {
        string[] codes =
        [
            .. typeof(WhatIfCodes).GetFields().Select(field => (string)field.GetValue(null)!),
            .. Enum.GetValues<MisfitKind>().Select(WhatIfCodes.Misfit),
        ];

        Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, catalogue => Assert.All(codes, code => Assert.NotNull(catalogue.Template(code))));
        Assert.Equal(codes.Order(StringComparer.Ordinal), MessageCatalogue.English.Codes.Where(code => code.StartsWith("whatif.", StringComparison.Ordinal)));
    }
}

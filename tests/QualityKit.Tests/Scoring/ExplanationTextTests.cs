using System.Reflection;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Scoring;

/// <summary>The words of explanations, exactly.</summary>
public sealed class ExplanationTextTests
{
    /// <summary>The code of a line, a vector that has such a line, and its words.</summary>
    public static TheoryData<string, string, string> Lines => new()
    {
        { "score.total", "s08-stays-in-group", "F" },
        { "score.total.none", "s17-nothing-applicable", "F: nothing applicable was scored" },
        { "score.total.tooFew", "s12-too-few-answers", "F: 1 answers count, 2 are needed for a score" },
        { "score.start", "s09-deductions", "start with 100 points" },
        { "score.group", "s08-stays-in-group", "g: 100 %, weighs 30 %" },
        { "score.group.none", "s09-deductions", "g: no score of its own" },
        { "score.group.notApplicable", "s15-fatal-in-a-group-marked-not-applicable", "g: not applicable" },
        { "score.group.hidden", "s02-hidden-group", "h: not visible, counts as not there" },
        { "score.question", "s08-stays-in-group", "e 1: 1 of 2 points, weighs 35 %" },
        { "score.question", "s04-number-on-the-end-of-its-range", "n 1.5: 1 of 4 points, weighs 100 %" },
        { "score.question", "s02-any-option", "m y, z: 2 of 3 points, weighs 50 %" },
        { "score.question.bonus", "s11-bonus-to-earned", "c 1: 1 points on top, weighs 20 %" },
        { "score.question.bonus", "s09-deductions", "c 3: 3 points on top, weighs 1" },
        { "score.question.points", "s09-sum", "a 5: 5 points times 6" },
        { "score.question.deduction", "s09-deductions", "b 4: 4 of 10 points, the rest is lost times 2" },
        { "score.question.pointsAlone", "s05-neutral-counts-where-points-are-added", "b -5: -5 points where none are possible, each adds 10 %" },
        { "score.question.filled.fullMarks", "s06-full-marks", "c not applicable: counts with full marks, weighs 25 %" },
        { "score.question.filled.zero", "s06-zero", "c not applicable: counts with zero, weighs 25 %" },
        { "score.question.filled.groupMean", "s06-group-mean", "c not applicable: counts with 75 %, the mean of the answers in its group, weighs 25 %" },
        { "score.question.filled.groupPossibleMean", "s06-group-possible-mean", "c not applicable: counts with 50 %, the mean of the possible answers in its group, weighs 25 %" },
        { "score.question.filled.formMean", "s06-form-mean", "c not applicable: counts with 37.5 %, the mean of the answers in the form, weighs 25 %" },
        { "score.question.filled.unanswered", "s06-unanswered-as-zero", "b not answered: counts with 0 %, weighs 50 %" },
        { "score.question.notApplicable.staysInGroup", "s06-stays-in-group", "c not applicable: its weight stays with the rest of its group" },
        { "score.question.notApplicable.leavesForm", "s06-leaves-form", "c not applicable: its weight leaves the form" },
        { "score.question.notApplicable.leftOut", "s06-bonus-is-never-filled", "b not applicable: left out" },
        { "score.question.unanswered.staysInGroup", "s06-unanswered-as-not-applicable", "b not answered: its weight stays with the rest of its group" },
        { "score.question.unanswered.leavesForm", "s06-unanswered-leaves-form", "b not answered: its weight leaves the form" },
        { "score.question.unanswered.leftOut", "s06-preview-leaves-required-out", "b not answered: left out" },
        { "score.question.hidden", "s02-hiding-cascades", "b not visible, counts as not there" },
        { "score.question.excluded", "s03-excluded-counts-nowhere", "a 0: not scored" },
        { "score.question.neutral", "s05-neutral-is-left-out-of-a-mean", "b -5: nothing to earn, left out" },
        { "score.question.dropped", "s10-drop-lowest", "b 0: dropped as one of the lowest" },
        { "score.question.dropped.notLowest", "s10-keep-lowest", "a 100: dropped, not one of the lowest" },
        { "score.question.dropped.notMiddle", "s10-keep-middle", "b 0: dropped, not in the middle" },
        { "score.question.dropped.notMostFrequent", "s10-keep-most-frequent", "b 0: dropped, not the most frequent value" },
        { "score.rules", "s13-rules-together", "rules of the form turn 50 % into 60 %" },
        { "score.rules", "s13-rule-of-a-group", "rules of `h` turn 0 % into 100 %" },
        { "score.failure", "s15-fatal-below-its-best", "the form failed: `b` is fatal and below its best; 75 % becomes 0 %" },
        { "score.failure", "s15-critical-below-the-limit", "the form failed: `b` is critical and below 50 %; 50 % becomes 0 %" },
        { "score.failure", "s16-failed-group-group-weights", "`g` failed: `a` is fatal and below its best; 50 % becomes 0 %" },
        { "score.failure", "s16-failed-group-total-points", "`g` failed: `a` is fatal and below its best; 50 % becomes 0 %" },
        { "score.failure", "s16-failed-group-sum", "`g` failed: `a` is fatal and below its best; 1 points becomes 0 points" },
        { "score.failure", "s16-failed-group-deductions", "`g` failed: `a` is fatal and below its best; -10 % becomes -20 %" },
        { "score.failure", "s16-normal-and-bonus-fall-by-themselves", "`g` failed: `x` was chosen in `a`; -50 % becomes -100 %" },
        { "score.failure.kept", "s16-outcome-only", "the form failed: `a` is fatal and below its best; the number stays" },
        { "score.failure.kept", "s15-range-fails", "the form failed: the number in `n`; the number stays" },
        { "score.failure.kept", "s16-lower-than-zero-stays", "the form failed: `a` is fatal and below its best; the number stays" },
        { "score.failure.kept", "s15-three-causes-at-once", "`g` failed: `-1` was chosen in `b`; the number stays" },
        { "score.cap", "s14-cap-at-full", "capped at what is possible: 120 % becomes 100 %" },
        { "score.floor", "s14-floor-at-zero", "not below zero: -100 % becomes 0 %" },
        { "score.passed", "s18-exactly-on-the-mark", "passed: 50 % is needed" },
        { "score.belowMark", "s18-below-the-mark", "failed: 50.01 % is needed" },
        { "score.belowMinimum", "s18-question-below-its-minimum", "failed: every question needs 1 %, and these have less: c, d" },
        { "score.band", "s18-band-minimum-included", "band: Excellent" },
        { "score.provisional", "s06-preview-leaves-required-out", "provisional: answers may be missing" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_says_what_happened(string code, string vector, string text)
    {
        ScoringVector read = ScoringVector.Read(vector);
        Scorecard card = LibraryScore.Of(read.Form, read.Answers, read.IsPreview);
        Assert.Contains((code, text), All(card.Explanation().Root).Select(line => (line.Code, line.Text)));
    }

    [Fact]
    public void Every_code_of_an_explanation_occurs()
    {
        string[] codes = [.. typeof(ExplanationCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!)];
        string[] produced = [.. Lines.Select(row => (string)((object[])row)[0]).Distinct()];
        Assert.Equal([], codes.Where(code => !produced.Any(line => code.EndsWith('.') ? line.StartsWith(code, StringComparison.Ordinal) : line == code)));
        Assert.Equal(produced.Order(StringComparer.Ordinal), MessageCatalogue.English.Codes.Where(code => code.StartsWith("score.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_quick_start_explains_itself() => Assert.Equal(
        """
        60 %  Support call
        20 %    Opening: 100 %, weighs 20 %
        20 %      Greeted the customer? Yes: 1 of 1 points, weighs 20 %
        40 %    Resolution: 50 %, weighs 80 %
        40 %      Was the issue solved? Partly: 5 of 10 points, weighs 80 %
                  Verified identity before sharing data? not applicable: its weight stays with the rest of its group

        """.ReplaceLineEndings("\n"),
        SupportCall.Score("greeting=yes solved=partly identity=NA").Explain());

    [Fact]
    public void In_Danish() => Assert.Equal(
        """
          0 %  Support call
         20 %    Opening: 100 %, vægter 20 %
         20 %      Greeted the customer? Yes: 1 af 1 point, vægter 20 %
         20 %    Resolution: 25 %, vægter 80 %
         20 %      Was the issue solved? Partly: 5 af 10 point, vægter 40 %
          0 %      Verified identity before sharing data? No: 0 af 1 point, vægter 40 %
        -40 %    formularen er dumpet: `Verified identity before sharing data?` er fatalt og under det bedste svar; 40 % bliver 0 %

        """.ReplaceLineEndings("\n"),
        SupportCall.Score("greeting=yes solved=partly identity=no").Explain(MessageCatalogue.Danish));

    [Fact]
    public void In_German() => Assert.Equal(
        """
        60 %  Support call
        20 %    Opening: 100 %, wiegt 20 %
        20 %      Greeted the customer? Yes: 1 von 1 Punkten, wiegt 20 %
        40 %    Resolution: 50 %, wiegt 80 %
        40 %      Was the issue solved? Partly: 5 von 10 Punkten, wiegt 80 %
                  Verified identity before sharing data? nicht zutreffend: das Gewicht bleibt beim Rest der Gruppe

        """.ReplaceLineEndings("\n"),
        SupportCall.Score("greeting=yes solved=partly identity=NA").Explain(MessageCatalogue.German));

    [Fact]
    public void Texts_of_the_form_are_in_the_language_of_the_words()
    {
        ChoiceQuestion question = Ask.YesNo("a", LocalizedText.From("Polite?").In("da", "Høflig?"));
        ChoiceOption yes = question.Options[0] with { Text = LocalizedText.From("Yes").In("da", "Ja") };
        FormDraft draft = EvaluationForm.Draft("F") with { Name = LocalizedText.From("Call").In("da", "Opkald"), Bands = [Band.From(LocalizedText.From("Good").In("da", "God"), 50)] };
        EvaluationForm form = draft.Group(Ask.Group("G", 1, question with { Options = [yes, question.Options[1]] }) with { Title = LocalizedText.From("Talk").In("da", "Samtale") }).Publish().Value;
        ScoreExplanation explanation = Scorer.Score(form, Sheets.Of("a=yes")).Explanation(MessageCatalogue.Danish);
        Assert.Equal(["Opkald", "Samtale: 100 %, vægter 100 %", "Høflig? Ja: 1 af 1 point, vægter 100 %", "bånd: God"], All(explanation.Root).Select(line => line.Text));
        Assert.Equal("da", explanation.Language);
    }

    [Fact]
    public void Words_can_be_replaced_and_numbers_stay_exact_in_the_arguments()
    {
        ScoreExplanation explanation = LibraryScore.Of(ScoringVector.Read("s01-a-third").Form, ScoringVector.Read("s01-a-third").Answers)
            .Explanation(MessageCatalogue.English.With(ExplanationCodes.Group, "{title} has {score}"));
        Assert.Equal("g has 33.33 %", explanation.Root.Children[0].Text);
        Assert.Equal(Score.Share(Fraction.Of(1, 3)), explanation.Root.Children[0].Arguments.Single(argument => argument.Name == "score").Value);
        Assert.Equal("g", explanation.Root.Children[0].Subject);
    }

    [Fact]
    public void A_question_that_was_not_answered_shows_a_dash()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B") with { IsExcluded = true, IsRequired = false }).Publish().Value;
        Assert.Contains("B -: not scored", Scorer.Score(form, Sheets.Of("a=yes")).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_dates_and_information_are_nobodys_business_here()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A"), Ask.Text("t", "T"), Ask.Date("d", "D"), Ask.Information("i", "I")).Publish().Value;
        Assert.Equal(["a"], Scorer.Score(form, Sheets.Of("a=yes t=~x")).Explanation().Root.Children.Single().Children.Select(line => line.Subject));
    }

    [Fact]
    public void Without_a_total_only_the_failure_is_told()
    {
        EvaluationForm form = EvaluationForm.Draft("F").PassesAt(50).Group(
            "G", 1, Ask.YesNo("a", "A") with { AllowsNotApplicable = true }, Ask.YesNo("b", "B") with { IsFatal = true, IsExcluded = true }).Publish().Value;
        ScoreExplanation explanation = Scorer.Score(form, Sheets.Of("a=NA b=no")).Explanation();
        Assert.Equal(["score.total.none", "score.failure.kept"], All(explanation.Root).Select(line => line.Code));
        Assert.Null(explanation.Root.Amount);
    }

    [Fact]
    public void A_band_of_a_group_is_told_in_the_group()
    {
        Group group = Ask.Group("G", 1, Ask.YesNo("a", "A")) with { Bands = [Band.From("Whole", 100)] };
        ExplanationNode line = Scorer.Score(EvaluationForm.Draft("F").Group(group).Publish().Value, Sheets.Of("a=yes")).Explanation().Root.Children.Single().Children[^1];
        Assert.Equal(("score.band", "g", "band: Whole", null), (line.Code, line.Subject, line.Text, line.Amount));
    }

    private static IEnumerable<ExplanationNode> All(ExplanationNode node) => node.Children.SelectMany(All).Prepend(node);
}

using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Explains what one question did.</summary>
internal sealed class QuestionExplainer(Scorecard card, Wording words)
{
    private readonly ScoringMethod _method = card.Form.Method;

    /// <summary>The line of a question; null for kinds that are never scored, whose answers are nobody's business here.</summary>
    public ExplanationNode? Explain(QuestionLine line)
    {
        if (line.Plan.Scored is not { } question)
        {
            return null;
        }

        return line.State switch
        {
            QuestionState.Answered => Counted(AnsweredCode(line), question, line),
            QuestionState.Filled => Counted(ExplanationCodes.Filled + FillOf(line), question, line),
            QuestionState.NotApplicable => LeftOut(ExplanationCodes.NotApplicable, question, line),
            QuestionState.Unanswered => LeftOut(ExplanationCodes.Unanswered, question, line),
            QuestionState.Hidden => Told(ExplanationCodes.Hidden, question),
            QuestionState.Excluded => Told(ExplanationCodes.Excluded, question),
            QuestionState.Neutral => Told(ExplanationCodes.Neutral, question),
            _ => Told(DroppedCode(), question),
        };
    }

    private string DroppedCode() => _method.Selection.Kind switch
    {
        SelectionKind.KeepLowest => ExplanationCodes.DroppedNotLowest,
        SelectionKind.KeepMiddle => ExplanationCodes.DroppedNotMiddle,
        SelectionKind.KeepMostFrequent => ExplanationCodes.DroppedNotMostFrequent,
        _ => ExplanationCodes.Dropped,
    };

    private string AnsweredCode(QuestionLine line) => _method.Combination.Kind switch
    {
        _ when line.Possible.IsZero => ExplanationCodes.PointsAlone,
        CombinationKind.Sum => ExplanationCodes.Points,
        CombinationKind.Deductions when line.IsNormal => ExplanationCodes.Deduction,
        _ => line.IsNormal ? ExplanationCodes.Answered : ExplanationCodes.Bonus,
    };

    private ExplanationNode Counted(string code, ScoredQuestion question, QuestionLine line) =>
        words.Line(
            code,
            question.Key,
            ("text", words.In(question.Text)),
            ("answer", AnswerTo(question)),
            ("points", line.Points),
            ("possible", line.Plan.Scale!.Highest),
            ("value", ShownValue(line)),
            ("weight", ShownWeight(line))) with
        {
            Amount = Wording.Amount(card, line.Contribution),
        };

    private ExplanationNode LeftOut(string code, ScoredQuestion question, QuestionLine line) =>
        words.Line(code + WhereWeightWent(line), question.Key, ("text", words.In(question.Text)), ("answer", AnswerTo(question)));

    private ExplanationNode Told(string code, ScoredQuestion question) =>
        words.Line(code, question.Key, ("text", words.In(question.Text)), ("answer", AnswerTo(question)));

    // A value in shares reads as percent; points and grades as they are.
    private object ShownValue(QuestionLine line) =>
        line.Possible.IsZero ? line.Earned
        : _method.TakesPoints ? line.Value
        : Score.Share(line.Value);

    // Where nothing is possible there is no value to weigh, so what each point adds is told.
    private object ShownWeight(QuestionLine line) =>
        _method.Combination.Kind is CombinationKind.Sum or CombinationKind.Deductions ? line.Plan.PathWeight
        : Score.Share(line.Possible.IsZero && !line.Earned.IsZero ? line.Contribution / line.Earned : line.AppliedWeight);

    private string FillOf(QuestionLine line) =>
        card.Answers.FlatCodes[line.Plan.Slot] == FlatAnswer.Unanswered ? "unanswered" : _method.NotApplicable switch
        {
            NotApplicableRule.FullMarks => "fullMarks",
            NotApplicableRule.Zero => "zero",
            NotApplicableRule.GroupMean => "groupMean",
            NotApplicableRule.GroupPossibleMean => "groupPossibleMean",
            _ => "formMean",
        };

    private string WhereWeightWent(QuestionLine line) =>
        !line.IsLeftOut || !line.IsNormal || _method.Combination.Kind is CombinationKind.Sum or CombinationKind.Deductions ? "leftOut"
        : _method.NotApplicable == NotApplicableRule.LeavesForm ? "leavesForm"
        : "staysInGroup";

    private string AnswerTo(ScoredQuestion question) => card.Answers.Sheet.EntryFor(question.Key)?.Answer switch
    {
        SelectedOptions selected => string.Join(", ", selected.Options.Select(option => TextOf(question, option))),
        NumberAnswer number => Fraction.From(number.Value).ToString(28),
        NotApplicableAnswer => words.Word("word.notApplicable"),
        _ => "-",
    };

    private string TextOf(ScoredQuestion question, string option) => question switch
    {
        ChoiceQuestion choice => words.In(choice.Options.First(candidate => candidate.Key == option).Text),
        MultiSelectQuestion select => words.In(select.Options.First(candidate => candidate.Key == option).Text),
        _ => option,
    };
}

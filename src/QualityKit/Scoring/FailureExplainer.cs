using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Explains what rules, bounds, failures and the pass rule did.</summary>
internal sealed class FailureExplainer(Scorecard card, Wording words)
{
    public bool HasFailed(int group) => FailuresOf(group).Any();

    public ExplanationNode Explain(Adjustment change)
    {
        string code = change.Kind switch
        {
            AdjustmentKind.Rules => ExplanationCodes.Rules,
            AdjustmentKind.Cap => ExplanationCodes.Cap,
            AdjustmentKind.Floor => ExplanationCodes.Floor,
            _ => ExplanationCodes.Failure,
        };
        return words.Line(
            code,
            KeyOf(change.Group),
            ("scope", NameOf(change.Group)),
            ("before", Wording.Amount(card, change.Before)),
            ("after", Wording.Amount(card, change.After)),
            ("weight", Score.Share(change.Weight)),
            ("reasons", Reasons(change.Group))) with
        {
            Amount = Wording.Amount(card, change.Amount),
        };
    }

    public ExplanationNode ExplainKept(int group) =>
        words.Line(ExplanationCodes.FailureKept, KeyOf(group), ("scope", NameOf(group)), ("reasons", Reasons(group)));

    public IEnumerable<ExplanationNode> Explain(PassRule pass)
    {
        string[] low = [.. Verdict.BelowMinimum(pass, card.Calculation).Select(line => words.In(line.Plan.Source.Text))];
        if (pass.Mark is { } mark)
        {
            yield return words.Line(Verdict.MeetsMark(pass, card.Total!.Value) ? ExplanationCodes.Passed : ExplanationCodes.BelowMark, "", ("mark", mark));
        }

        if (low.Length > 0)
        {
            yield return words.Line(ExplanationCodes.BelowMinimum, "", ("minimum", pass.QuestionMinimum!.Value), ("questions", string.Join(", ", low)));
        }
    }

    private IEnumerable<Failure> FailuresOf(int group) => card.Failures.Where(failure => failure.GroupPosition == group);

    private string Reasons(int group) => string.Join(", ", FailuresOf(group).Select(Reason));

    private string Reason(Failure failure)
    {
        Question question = card.Form.Questions[card.Form.Index.QuestionAt(failure.Question)];
        string code = failure switch
        {
            { Cause: FailureCause.Fatal } => "cause.fatal",
            { Cause: FailureCause.Critical } => "cause.critical",
            { Option: null } => "cause.range",
            _ => "cause.option",
        };
        return words.Word(
            code,
            ("question", words.In(question.Text)),
            ("option", failure.Option is null ? "" : TextOf(question, failure.Option)),
            ("limit", Score.Percent(card.Form.Method.CriticalBelow ?? 0)));
    }

    private string TextOf(Question question, string option) => question switch
    {
        ChoiceQuestion choice => words.In(choice.Options.First(candidate => candidate.Key == option).Text),
        MultiSelectQuestion select => words.In(select.Options.First(candidate => candidate.Key == option).Text),
        _ => option,
    };

    private string NameOf(int group) =>
        group < 0 ? words.Word("word.form") : $"`{words.In(card.Form.Index.Groups[group].Group.Title)}`";

    private string KeyOf(int group) => group < 0 ? "" : card.Form.Index.Groups[group].Group.Key;
}

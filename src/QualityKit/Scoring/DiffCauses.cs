namespace QualityKit.Scoring;

/// <summary>Why a question is worth something else in another score.</summary>
internal sealed class DiffCauses(ScoredState before, ScoredState after)
{
    /// <summary>Whether its answers are not the same.</summary>
    public bool HasOtherAnswer(QuestionPlan was, QuestionPlan now) => !Equals(before.AnswerTo(was), after.AnswerTo(now));

    public ScoreDiffCause Of(QuestionLine was, QuestionLine now) => (was.State, now.State) switch
    {
        (QuestionState.Hidden, not QuestionState.Hidden) => ScoreDiffCause.Shown,
        (not QuestionState.Hidden, QuestionState.Hidden) => ScoreDiffCause.Hidden,
        _ when HasOtherAnswer(was.Plan, now.Plan) => OfAnswers(was.Plan, now.Plan),
        _ when !was.Counts && now.Counts => ScoreDiffCause.CountsNow,
        _ when was.Counts && !now.Counts => ScoreDiffCause.CountsNoLonger,
        _ => ScoreDiffCause.ValueChanged,
    };

    private ScoreDiffCause OfAnswers(QuestionPlan was, QuestionPlan now)
    {
        string key = now.Source.Key;
        return (before.Codes[was.Slot], after.Codes[now.Slot]) switch
        {
            (_, FlatAnswer.NotApplicable) => ScoreDiffCause.BecameNotApplicable,
            (FlatAnswer.NotApplicable, _) => ScoreDiffCause.NoLongerNotApplicable,
            _ when after.Fails(key) && !before.Fails(key) => ScoreDiffCause.AnswerFails,
            _ when before.Fails(key) && !after.Fails(key) => ScoreDiffCause.AnswerFailsNoLonger,
            (FlatAnswer.Unanswered, _) => ScoreDiffCause.Answered,
            (_, FlatAnswer.Unanswered) => ScoreDiffCause.Cleared,
            _ => ScoreDiffCause.AnswerChanged,
        };
    }
}

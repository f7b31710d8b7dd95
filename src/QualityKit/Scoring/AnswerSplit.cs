using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Splits the change of answers under one form among the changed answers (rule S23).</summary>
internal sealed class AnswerSplit(ScoredState before, ScoredState after)
{
    private readonly ImmutableArray<QuestionPlan> _changed =
        [.. before.Plan.Questions.Where(question => !before.CodesOf(question).SequenceEqual(after.CodesOf(question)))];

    /// <summary>The step; null when some combination of old and new answers has no score.</summary>
    public ScoreDiffStep? TrySplit()
    {
        bool isFew = _changed.Length <= ShapleyValue.MostPlayers;
        CompiledForm form = CompiledForm.For(before.Plan.Form);
        Func<bool[], Fraction?> worth = made => form.Score(Mixed(made)).Total?.Value;
        Fraction[]? amounts = isFew ? ShapleyValue.OverAllOrders(_changed.Length, worth) : ShapleyValue.OverTwoOrders(_changed.Length, worth);
        return amounts is null ? null : Step(isFew ? ScoreDiffSplit.Shapley : ScoreDiffSplit.TwoOrders, amounts);
    }

    /// <summary>The step without amounts.</summary>
    public ScoreDiffStep Tell() => Step(ScoreDiffSplit.None, null);

    private long[] Mixed(bool[] made)
    {
        long[] codes = [.. before.Codes];
        foreach (QuestionPlan question in _changed.Where((_, position) => made[position]))
        {
            after.CodesOf(question).CopyTo(codes.AsSpan(question.Slot));
        }

        return codes;
    }

    private ScoreDiffStep Step(ScoreDiffSplit split, Fraction[]? amounts)
    {
        var lines = new DiffLines(before.Unit);
        var causes = new DiffCauses(before, after);
        for (int position = 0; position < _changed.Length; position++)
        {
            QuestionPlan question = _changed[position];
            ScoreDiffCause cause = causes.Of(before.Calculation.Questions[question.Position], after.Calculation.Questions[question.Position]);
            lines.Add(cause, question.Source, amounts?[position], before.AnswerTo(question), after.AnswerTo(question));
        }

        return new() { Kind = ScoreDiffStepKind.Answers, Split = split, Before = before.Total, After = after.Total, Lines = lines.ToImmutable() };
    }
}

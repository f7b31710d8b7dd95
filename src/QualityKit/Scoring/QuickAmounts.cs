namespace QualityKit.Scoring;

/// <summary>What one answer adds to the sums of its group on the quick path.</summary>
internal readonly record struct QuickAmounts(long Earned, long Counted, long Present)
{
    public static QuickAmounts Of(in QuickQuestion question, long code)
    {
        if (question.Scale is not { } scale || code == FlatAnswer.Hidden)
        {
            return default;
        }

        if (code >= 0)
        {
            return new(scale.AmountOf(code), scale.Mass, scale.Mass);
        }

        return (code == FlatAnswer.NotApplicable ? question.NotApplicable : question.Unanswered) switch
        {
            QuickFill.LeftOut => new(0, 0, scale.Mass),
            QuickFill.Full => new(scale.Mass, scale.Mass, scale.Mass),
            QuickFill.Zero => new(0, scale.Mass, scale.Mass),
            _ => default,
        };
    }
}

using System.Numerics;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What averages weigh a total by (rule S22), from flat answers of a form that integers can score.</summary>
/// <remarks>It gives what <see cref="Calculation.Possible"/> gives; a test compares them.</remarks>
internal sealed class PossiblePoints
{
    private readonly QuickPlan _quick;
    private readonly long[] _amounts;
    private readonly long _unit;

    private PossiblePoints(QuickPlan quick, long[] amounts, long unit)
    {
        _quick = quick;
        _amounts = amounts;
        _unit = unit;
    }

    /// <summary>Makes a form ready; null when its possible points take the full calculation.</summary>
    public static PossiblePoints? For(ScoringPlan plan)
    {
        if (plan.Quick is not { } quick)
        {
            return null;
        }

        Fraction[] amounts = [.. plan.Questions.Select(question => AmountOf(question, plan.Method))];
        Fraction unit = QuickRoom.CommonDenominator(amounts);
        BigInteger[] scaled = [.. amounts.Select(amount => (amount * unit).Numerator)];
        return QuickRoom.HoldsSum([.. scaled, unit.Numerator]) ? new PossiblePoints(quick, [.. scaled.Select(amount => (long)amount)], (long)unit.Numerator) : null;
    }

    /// <summary>The possible points behind an answered form.</summary>
    /// <param name="codes">Flat answers whose hidden questions are coded so.</param>
    public Fraction Of(ReadOnlySpan<long> codes)
    {
        long sum = 0;
        ReadOnlySpan<QuickQuestion> questions = _quick.Questions;
        for (int question = 0; question < questions.Length; question++)
        {
            sum += Counts(in questions[question], codes[questions[question].Slot]) ? _amounts[question] : 0;
        }

        return Fraction.Of(sum, _unit);
    }

    // A mass of 0 counts too: a question of weight 0 has possible points.
    private static bool Counts(in QuickQuestion question, long code) => code switch
    {
        >= 0 => true,
        FlatAnswer.NotApplicable => question.NotApplicable is QuickFill.Full or QuickFill.Zero,
        FlatAnswer.Unanswered => question.Unanswered is QuickFill.Full or QuickFill.Zero,
        _ => false,
    };

    private static Fraction AmountOf(QuestionPlan question, ScoringMethod method) =>
        question.Scored is not { IsExcluded: false } ? Fraction.Zero
        : method.Combination.Kind == CombinationKind.WeightedPoints ? question.PathWeight * question.Measure.Possible
        : question.Measure.Possible;
}

using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>What the answers to a question can earn (S4).</summary>
/// <param name="Highest">The highest points, bonus apart.</param>
/// <param name="Lowest">The lowest points, bonus apart.</param>
/// <param name="Most">The most points of any answer.</param>
/// <param name="Least">The least points of any answer.</param>
internal sealed record EarnablePoints(Fraction Highest, Fraction Lowest, Fraction Most, Fraction Least)
{
    /// <summary>Whether every answer earns the same.</summary>
    public bool AreConstant => Most == Least;

    public static EarnablePoints Of(ScoredQuestion question) => question switch
    {
        ChoiceQuestion choice => OfOne([.. choice.Options.Where(option => option is not null).Select(option => (option.Points, option.IsBonus))]),
        NumberQuestion number => OfOne([.. number.Ranges.Where(range => range is not null).Select(range => (range.Points, range.IsBonus))]),
        MultiSelectQuestion selection => OfMany(selection),
        _ => new(0, 0, 0, 0),
    };

    /// <summary>The failures that the options or ranges of a question are flagged with.</summary>
    public static IEnumerable<FailureScope> Failures(ScoredQuestion question)
    {
        IEnumerable<FailureScope?> scopes = question switch
        {
            ChoiceQuestion choice => choice.Options.Select(option => option?.Fails),
            MultiSelectQuestion selection => selection.Options.Select(option => option?.Fails),
            NumberQuestion number => number.Ranges.Select(range => range?.Fails),
            _ => [],
        };
        return scopes.OfType<FailureScope>();
    }

    /// <summary>What is possible under a question value (S5).</summary>
    public Fraction Possible(QuestionValue value) => value.Kind switch
    {
        QuestionValueKind.OfMaximum => Highest,
        QuestionValueKind.OfRange => Highest - Lowest,
        QuestionValueKind.OfLargestMagnitude => Fraction.Max(Fraction.Abs(Highest), Fraction.Abs(Lowest)),
        QuestionValueKind.OfFixedScale => value.Scale,
        _ => 1,
    };

    private static EarnablePoints OfOne((decimal Points, bool IsBonus)[] answers)
    {
        if (answers.Length == 0)
        {
            return new(0, 0, 0, 0);
        }

        decimal[] normal = [.. answers.Where(answer => !answer.IsBonus).Select(answer => answer.Points).DefaultIfEmpty()];
        return new(normal.Max(), normal.Min(), answers.Max(answer => answer.Points), answers.Min(answer => answer.Points));
    }

    private static EarnablePoints OfMany(MultiSelectQuestion question)
    {
        Fraction highest = 0;
        Fraction lowest = 0;
        foreach (SelectOption? option in question.Options)
        {
            if (option is not null)
            {
                highest += Math.Max(option.Points, option.UnselectedPoints);
                lowest += Math.Min(option.Points, option.UnselectedPoints);
            }
        }

        if (question.Cap is { } cap)
        {
            (highest, lowest) = (Fraction.Min(highest, cap), Fraction.Min(lowest, cap));
        }

        return new(highest, lowest, highest, lowest);
    }
}

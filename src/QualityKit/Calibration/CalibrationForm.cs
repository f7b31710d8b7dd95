using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>The questions that a session compares, in order. Immutable.</summary>
public sealed class CalibrationForm
{
    private CalibrationForm(ImmutableArray<CalibrationQuestion> questions) => Questions = questions;

    /// <summary>The questions, in order.</summary>
    public ImmutableArray<CalibrationQuestion> Questions { get; }

    /// <summary>The keys of the groups, in the order of their first questions.</summary>
    public ImmutableArray<string> Groups => [.. Questions.Select(question => question.Group).Distinct(StringComparer.Ordinal)];

    /// <summary>A form of these questions.</summary>
    /// <exception cref="ArgumentException">There is none, a key is there twice, a weight is below 0, or a maximum is not above 0.</exception>
    public static CalibrationForm Of(params IEnumerable<CalibrationQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ImmutableArray<CalibrationQuestion> all = [.. questions];
        if (all.IsEmpty || all.DistinctBy(question => question.Key, StringComparer.Ordinal).Count() != all.Length)
        {
            throw new ArgumentException("a session compares at least one question, each of another key", nameof(questions));
        }

        foreach (CalibrationQuestion question in all)
        {
            if (question.Weight.Sign < 0 || question.Maximum.Sign <= 0)
            {
                throw new ArgumentException($"the question `{question.Key}` has a weight below 0, or a maximum that is not above 0", nameof(questions));
            }
        }

        return new CalibrationForm(all);
    }

    /// <summary>A sheet whose total and groups are weighted means of the questions that apply, in percent.</summary>
    /// <param name="evaluator">Who scored.</param>
    /// <param name="points">The points of every question in order; null for N/A.</param>
    /// <exception cref="ArgumentException">There are more or fewer points than questions.</exception>
    public CalibrationSheet Sheet(string evaluator, params ReadOnlySpan<Fraction?> points)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        if (points.Length != Questions.Length)
        {
            throw new ArgumentException($"there are {points.Length} points for {Questions.Length} questions", nameof(points));
        }

        var shares = ImmutableArray.CreateBuilder<Fraction?>(points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            shares.Add(100 * points[i] / Questions[i].Maximum);
        }

        return SheetOf(evaluator, shares.MoveToImmutable());
    }

    /// <summary>A sheet of percentages a question.</summary>
    internal CalibrationSheet SheetOf(string evaluator, ImmutableArray<Fraction?> shares) => new()
    {
        Evaluator = evaluator,
        Questions = shares,
        Groups = Groups.ToImmutableDictionary(group => group, group => WeightedMean(shares, question => question.Group == group), StringComparer.Ordinal),
        Total = WeightedMean(shares, _ => true),
    };

    /// <summary>The mean of what is there, by weight; null when nothing that weighs is.</summary>
    internal Fraction? WeightedMean(ImmutableArray<Fraction?> values, Func<CalibrationQuestion, bool> isIn)
    {
        Fraction sum = 0;
        Fraction weight = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value && isIn(Questions[i]))
            {
                sum += Questions[i].Weight * value;
                weight += Questions[i].Weight;
            }
        }

        return weight.IsZero ? null : sum / weight;
    }
}

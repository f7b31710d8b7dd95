using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Calibration;

/// <summary>The questions that a session compares, in order. Immutable.</summary>
public sealed class CalibrationForm
{
    private CalibrationForm(ImmutableArray<CalibrationQuestion> questions) => Questions = questions;

    /// <summary>The questions of a published form that earn points: not those that are excluded, a bonus, or without a score.</summary>
    /// <remarks>
    /// A question's weight is its share: where groups have weights (<see cref="CombinationKind.GroupWeights"/>) its part of its group times that of the
    /// group in the one above it, and so on; elsewhere its own weight. Critical and fatal questions are critical. The group is the one that it is directly in.
    /// </remarks>
    /// <param name="form">The form version that evaluators used.</param>
    /// <exception cref="ArgumentException">No question of the form earns points.</exception>
    public static CalibrationForm From(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var questions = new List<CalibrationQuestion>();
        foreach (Group group in form.Groups)
        {
            Enter(questions, group, PartOf(form.Groups, group, form.Method), form.Method);
        }

        return Of(questions);
    }

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

    /// <summary>What an evaluator gave, from the scorecard: its total and groups as the method made them, and every question in percent of its most points.</summary>
    /// <remarks>Only an answer has a score: N/A, hidden and unanswered questions have none, whatever the method fills in. A question that can only cost points has 100 or 0.</remarks>
    /// <param name="evaluator">Who scored.</param>
    /// <param name="card">A scorecard of the form that this was made from.</param>
    /// <exception cref="ArgumentException">A question is not on the scorecard.</exception>
    public CalibrationSheet Sheet(string evaluator, Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(card);
        Dictionary<string, QuestionScore> questions = card.Questions.ToDictionary(question => question.Key, StringComparer.Ordinal);
        if (Questions.FirstOrDefault(question => !questions.ContainsKey(question.Key)) is { } missing)
        {
            throw new ArgumentException($"the question `{missing.Key}` is not on the scorecard", nameof(card));
        }

        Dictionary<string, GroupScore> groups = card.Groups.ToDictionary(group => group.Key, StringComparer.Ordinal);
        return new()
        {
            Evaluator = evaluator,
            Total = Percent(card.Total),
            Groups = Groups.ToImmutableDictionary(group => group, group => groups.TryGetValue(group, out GroupScore? score) ? Percent(score.Score) : null, StringComparer.Ordinal),
            Questions = [.. Questions.Select(question => Percent(questions[question.Key]))],
        };
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

    private static void Enter(List<CalibrationQuestion> questions, Group group, Fraction weight, ScoringMethod method)
    {
        foreach (FormItem item in group.Items)
        {
            Fraction share = weight * PartOf(group.Items, item, method);
            switch (item)
            {
                case Group inner:
                    Enter(questions, inner, share, method);
                    break;
                case ScoredQuestion { IsExcluded: false, IsBonus: false } question:
                    questions.Add(new() { Key = question.Key, Group = group.Key, Weight = share, IsCritical = question.IsCritical || question.IsFatal });
                    break;
            }
        }
    }

    // Without group weights a question's own weight is all that counts.
    private static Fraction PartOf<T>(IEnumerable<T> siblings, T item, ScoringMethod method)
        where T : FormItem
    {
        if (method.Combination.Kind != CombinationKind.GroupWeights)
        {
            return item is Group ? Fraction.One : WeightOf(item);
        }

        Fraction sum = siblings.Aggregate(Fraction.Zero, (total, sibling) => total + WeightOf(sibling));
        return sum.IsZero ? Fraction.Zero : WeightOf(item) / sum;
    }

    private static Fraction WeightOf(FormItem item) => item switch
    {
        Group group => Fraction.From(group.Weight),
        ScoredQuestion { IsExcluded: false, IsBonus: false } question => Fraction.From(question.Weight),
        _ => Fraction.Zero,
    };

    private static Fraction? Percent(Score? score) => score is { } known ? known.Unit == ScoreUnit.Share ? 100 * known.Value : known.Value : null;

    private static Fraction? Percent(QuestionScore question) => question switch
    {
        { State: not (QuestionState.Answered or QuestionState.Dropped or QuestionState.Neutral) } or { Points: null } or { Highest: null } => null,
        { Points: { } points, Highest: { Sign: > 0 } highest } => 100 * points / highest,
        { Points: { } points, Highest: { } highest } => points == highest ? 100 : 0,
    };
}

using System.Collections.Immutable;
using System.Numerics;

namespace QualityKit.Rescoring;

/// <summary>Every term that the sheets of a block can need, and what was earned under each.</summary>
internal sealed class LaneTerms
{
    private readonly ushort[] _sums;
    private readonly int _width;
    private readonly AnswerBlock? _block;

    /// <summary>The terms of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="plan">The form.</param>
    /// <param name="width">How many lanes add up one term: a power of two.</param>
    public LaneTerms(AnswerBlock block, ColumnPlan plan, int width)
    {
        _block = block;
        _width = width / sizeof(ushort);
        Terms = [.. Enumerable.Range(0, plan.Groups.Length).SelectMany(group => TermsOf(block, plan, group))];
        _sums = new ushort[Terms.Length * _width];
    }

    private LaneTerms() => _sums = [];

    public static LaneTerms None { get; } = new();

    public ImmutableArray<LaneTerm> Terms { get; } = [];

    /// <summary>The lanes that add up what was earned under a term.</summary>
    public Span<ushort> SumsOf(int term) => _sums.AsSpan(term * _width, _width);

    /// <summary>Whether they are those of a block: it has the same codes.</summary>
    public bool AreOf(AnswerBlock block) => _block is not null && _block.UsesTheSame(block);

    /// <summary>Adds what was earned so far to a sum of totals and starts again.</summary>
    public void Flush(ExactSum sum)
    {
        for (int term = 0; term < Terms.Length; term++)
        {
            long earned = 0;
            foreach (ushort lane in SumsOf(term))
            {
                earned += lane;
            }

            sum.Add((Int128)earned * Terms[term].Numerator, Terms[term].Denominator);
        }

        _sums.AsSpan().Clear();
    }

    // Bit n of a set is there when n steps can count: every question adds one of the amounts of the codes that occur.
    private static IEnumerable<LaneTerm> TermsOf(AnswerBlock block, ColumnPlan plan, int group)
    {
        ColumnGroup columns = plan.Groups[group];
        BigInteger reachable = columns.Amounts.Aggregate(BigInteger.One, (set, question) =>
            AmountsOf(block, question, columns.CountedUnit).Aggregate(BigInteger.Zero, (next, steps) => next | (set << steps)));
        return Enumerable.Range(1, ColumnGroup.MostCounted).Where(steps => !(reachable >> steps).IsEven).Select(steps => new LaneTerm(plan, group, steps));
    }

    private static IEnumerable<int> AmountsOf(AnswerBlock block, ColumnAmounts question, long unit) =>
        Enumerable.Range(0, question.Counted.Length)
            .Where(code => block.Uses(question.Position, code) || (code == 0 && question.Question.Visible > 0))
            .Select(code => (int)(question.Counted[code] / unit)).Distinct();
}

using System.Numerics;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What the answers of one question add to its group, as integers in the unit of the group.</summary>
/// <remarks>All amounts of a group are multiplied by one common denominator, so that adding them up is integer arithmetic and still exact.</remarks>
internal sealed class QuickScale
{
    /// <summary>A choice: an option. A number: a range. A selection: first all unselected, then what selecting each option changes.</summary>
    private readonly long[] _amounts;
    private readonly long _cap;
    private readonly NumberScale? _ranges;
    private readonly bool _isSelection;

    public QuickScale(QuestionPlan question, Fraction factor, Fraction unit)
    {
        Fraction Amount(Fraction points) => question.Measure.EarnedBy(points) * factor * unit;
        Mass = Integer(question.Measure.Possible * factor * unit);
        _ranges = question.Scale as NumberScale;
        _isSelection = question.Source is MultiSelectQuestion;
        _amounts = [.. PointsOf(question).Select((points, position) => Integer(_isSelection && position > 0 ? points * factor * unit : Amount(points)))];
        _cap = question.Source is MultiSelectQuestion { Cap: { } cap } ? Integer(Amount(cap)) : long.MaxValue;
    }

    /// <summary>What is possible, or what the question weighs.</summary>
    public long Mass { get; }

    /// <summary>Every number that must become an integer. The points that earn nothing are among them: they are those of some answer.</summary>
    public static IEnumerable<Fraction> Parts(QuestionPlan question, Fraction factor)
    {
        yield return question.Measure.Possible * factor;
        foreach (Fraction points in PointsOf(question))
        {
            yield return points * factor;
        }

        if (question.Source is MultiSelectQuestion { Cap: { } cap })
        {
            yield return Fraction.From(cap) * factor;
        }
    }

    /// <summary>What an answer adds.</summary>
    public long AmountOf(long code) =>
        _isSelection ? SumOf(code) : _amounts[_ranges is null ? code : _ranges.RangeOf(code)];

    private long SumOf(long bits)
    {
        long sum = _amounts[0];
        for (; bits != 0; bits &= bits - 1)
        {
            sum += _amounts[BitOperations.TrailingZeroCount(bits) + 1];
        }

        return Math.Min(sum, _cap);
    }

    private static IEnumerable<Fraction> PointsOf(QuestionPlan question) => question.Source switch
    {
        ChoiceQuestion choice => choice.Options.Select(option => Fraction.From(option.Points)),
        NumberQuestion number => number.Ranges.Select(range => Fraction.From(range.Points)),
        MultiSelectQuestion select => select.Options.Select(option => Fraction.From(option.Points) - Fraction.From(option.UnselectedPoints))
            .Prepend(select.Options.Aggregate(Fraction.Zero, (sum, option) => sum + Fraction.From(option.UnselectedPoints))),
        _ => [],
    };

    private static long Integer(Fraction number) => (long)number.Numerator;
}

using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The points of a multiple selection.</summary>
internal sealed class SelectScale : AnswerScale
{
    private readonly ImmutableArray<SelectOption> _options;
    private readonly Fraction[] _selected;
    private readonly Fraction[] _unselected;
    private readonly Fraction? _cap;

    public SelectScale(MultiSelectQuestion question)
    {
        _options = question.Options;
        _selected = [.. _options.Select(option => Fraction.From(option.Points))];
        _unselected = [.. _options.Select(option => Fraction.From(option.UnselectedPoints))];
        _cap = question.Cap is { } cap ? Fraction.From(cap) : null;
        CanFail = _options.Any(option => option.Fails is not null);
        Highest = Capped(SumOf(Fraction.Max));
        Lowest = Capped(SumOf(Fraction.Min));
    }

    public override IEnumerable<Fraction> PossiblePoints => [Lowest, Highest];

    public override Fraction PointsOf(ReadOnlySpan<long> words)
    {
        Fraction sum = Fraction.Zero;
        for (int position = 0; position < _selected.Length; position++)
        {
            sum += OptionBits.Has(words, position) ? _selected[position] : _unselected[position];
        }

        return Capped(sum);
    }

    public override IEnumerable<(string? Option, FailureScope Scope)> FailuresOf(long[] words) =>
        _options.Where((option, position) => option.Fails is not null && OptionBits.Has(words, position))
            .Select(option => ((string?)option.Key, option.Fails!));

    public override bool IsBonus(ReadOnlySpan<long> words) => false;

    public override bool IsFlagged(ReadOnlySpan<long> words)
    {
        for (int position = 0; position < _options.Length; position++)
        {
            if (_options[position].RequiresComment && OptionBits.Has(words, position))
            {
                return true;
            }
        }

        return false;
    }

    private Fraction SumOf(Func<Fraction, Fraction, Fraction> pick) =>
        _selected.Zip(_unselected, pick).Aggregate(Fraction.Zero, (sum, points) => sum + points);

    private Fraction Capped(Fraction points) => _cap is { } cap ? Fraction.Min(points, cap) : points;
}

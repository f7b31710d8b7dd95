using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The points of a single choice.</summary>
internal sealed class ChoiceScale : AnswerScale
{
    private readonly ImmutableArray<ChoiceOption> _options;
    private readonly Fraction[] _points;

    public ChoiceScale(ChoiceQuestion question)
    {
        _options = question.Options;
        _points = [.. _options.Select(option => Fraction.From(option.Points))];
        CanFail = _options.Any(option => option.Fails is not null);
        Highest = PossiblePoints.DefaultIfEmpty().Max();
        Lowest = PossiblePoints.DefaultIfEmpty().Min();
    }

    public override IEnumerable<Fraction> PossiblePoints => _points.Where((_, position) => !_options[position].IsBonus);

    public override Fraction PointsOf(ReadOnlySpan<long> words) => _points[words[0]];

    public override IEnumerable<(string? Option, FailureScope Scope)> FailuresOf(long[] words)
    {
        ChoiceOption option = _options[(int)words[0]];
        return option.Fails is { } scope ? [(option.Key, scope)] : [];
    }

    public override bool IsBonus(ReadOnlySpan<long> words) => _options[(int)words[0]].IsBonus;

    public override bool IsFlagged(ReadOnlySpan<long> words) => _options[(int)words[0]].RequiresComment;
}

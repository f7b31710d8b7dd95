using System.Collections.Immutable;

namespace QualityKit.Rescoring;

/// <summary>Counts where evaluations stand before and after: outcomes and bands.</summary>
internal sealed class PlaceTally(WhatIf whatIf)
{
    /// <summary>How many outcomes there are.</summary>
    public const int Outcomes = 3;

    /// <summary>How many pairs of outcomes there are.</summary>
    public const int Places = Outcomes * Outcomes;

    private readonly int _columns = whatIf.After.Bands.Length + 1;
    private readonly long[] _outcomes = new long[Places];
    private readonly long[] _bands = new long[(whatIf.Before.Bands.Length + 1) * (whatIf.After.Bands.Length + 1)];

    public ImmutableArray<long> OutcomeCounts => [.. _outcomes];

    public ImmutableArray<BandMove> BandCounts =>
    [
        .. _bands
            .Select((count, place) => new BandMove { Before = (place / _columns) - 1, After = (place % _columns) - 1, Count = count })
            .Where(band => band.Count > 0),
    ];

    public void Add(WhatIfComparison comparison)
    {
        _outcomes[((int)comparison.Before.Outcome * Outcomes) + (int)comparison.After.Outcome]++;
        _bands[PlaceOf(comparison.Before.BandPosition, comparison.After.BandPosition)]++;
    }

    public void AddRange(ImmutableArray<long> outcomes, ImmutableArray<BandMove> bands)
    {
        for (int place = 0; place < _outcomes.Length; place++)
        {
            _outcomes[place] += outcomes[place];
        }

        foreach (BandMove band in bands)
        {
            _bands[PlaceOf(band.Before, band.After)] += band.Count;
        }
    }

    private int PlaceOf(int before, int after) => ((before + 1) * _columns) + after + 1;
}

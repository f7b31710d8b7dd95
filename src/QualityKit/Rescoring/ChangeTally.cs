namespace QualityKit.Rescoring;

/// <summary>Adds up how far evaluations move.</summary>
internal sealed class ChangeTally(int mostLargest)
{
    private const int MostDenominators = 1_024;

    private readonly ExactSum _sum = new(MostDenominators);
    private readonly ChangeShortlist _rises = new(mostLargest, direction: 1);
    private readonly ChangeShortlist _falls = new(mostLargest, direction: -1);
    private long _risen;
    private long _fallen;
    private long _same;

    public ChangeState State => new()
    {
        Sum = _sum.Value,
        Rises = _risen,
        Falls = _fallen,
        Same = _same,
        LargestRises = _rises.Changes,
        LargestFalls = _falls.Changes,
    };

    public void Add(WhatIfComparison comparison)
    {
        if (comparison.Change is not { } change)
        {
            return;
        }

        _sum.Add(change.Value);
        switch (change.Value.Sign)
        {
            case > 0:
                _risen++;
                _rises.Add(MoveOf(comparison));
                break;
            case < 0:
                _fallen++;
                _falls.Add(MoveOf(comparison));
                break;
            default:
                _same++;
                break;
        }
    }

    public void AddRange(ChangeState state)
    {
        _sum.Add(state.Sum);
        _risen += state.Rises;
        _fallen += state.Falls;
        _same += state.Same;
        _rises.AddRange(state.LargestRises);
        _falls.AddRange(state.LargestFalls);
    }

    private static WhatIfChange MoveOf(WhatIfComparison comparison) =>
        new() { Id = comparison.Id, Before = comparison.Before.Total!.Value, After = comparison.After.Total!.Value };
}

namespace QualityKit.Reference.Generation;

/// <summary>SplitMix64: our own, so that cases never change with the runtime.</summary>
internal sealed class Dice(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>A whole number from 0, below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A whole number between both, included.</summary>
    public int Between(int lowest, int highest) => lowest + Below(highest - lowest + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Some of them, at least one, in their order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices)
    {
        var some = choices.Where(_ => Chance(40)).ToList();
        return some.Count > 0 ? some : [Pick(choices)];
    }

    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        var mixed = state;
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return mixed ^ (mixed >> 31);
    }
}

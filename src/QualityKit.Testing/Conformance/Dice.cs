namespace QualityKit.Testing.Conformance;

/// <summary>Numbers that look random and are the same for the same seed, in every release and on every machine.</summary>
internal sealed class Dice(long seed, long throwOf)
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = Mixed(unchecked((ulong)seed * Step) ^ Mixed(unchecked((ulong)throwOf + Step)));

    /// <summary>A number from 0 up to a limit, excluded.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Some of the choices, each at most once, in any order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> choices, int count)
    {
        List<T> left = [.. choices];
        List<T> picked = [];
        while (picked.Count < count && left.Count > 0)
        {
            int at = Below(left.Count);
            picked.Add(left[at]);
            left.RemoveAt(at);
        }

        return picked;
    }

    private ulong Next()
    {
        _state += Step;
        return Mixed(_state);
    }

    // Spreads every bit over all others: two multiplications with shifts between them, each of which can be undone.
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}

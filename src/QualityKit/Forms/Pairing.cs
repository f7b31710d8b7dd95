using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Which parts of a later form are which of an earlier one.</summary>
/// <typeparam name="T">The kind of part.</typeparam>
internal sealed class Pairing<T>
{
    private readonly ImmutableArray<T> _before;
    private readonly ImmutableArray<T> _after;
    private readonly int[] _afterOf;
    private readonly int[] _beforeOf;

    /// <summary>Pairs parts that agree, in order, by one sign after the other: what the first leaves over goes by the next.</summary>
    public Pairing(ImmutableArray<T> before, ImmutableArray<T> after, params ReadOnlySpan<Func<T, string>> signs)
    {
        _before = before;
        _after = after;
        _afterOf = [.. Enumerable.Repeat(-1, before.Length)];
        _beforeOf = [.. Enumerable.Repeat(-1, after.Length)];
        foreach (Func<T, string> sign in signs)
        {
            Pair(sign);
        }
    }

    /// <summary>The pairs with their position in the later form, in its order.</summary>
    public IEnumerable<(T Before, T After, int Position)> Pairs =>
        Enumerable.Range(0, _after.Length).Where(position => _beforeOf[position] >= 0).Select(position => (_before[_beforeOf[position]], _after[position], position));

    /// <summary>What only the later form has, with its position there.</summary>
    public IEnumerable<(T Part, int Position)> Added => Unpaired(_after, _beforeOf);

    /// <summary>What only the earlier form has, with its position there.</summary>
    public IEnumerable<(T Part, int Position)> Removed => Unpaired(_before, _afterOf);

    /// <summary>The paired parts in the order of the earlier form, as they are in the later one.</summary>
    public IEnumerable<T> InOrderBefore => _afterOf.Where(position => position >= 0).Select(position => _after[position]);

    /// <summary>The paired parts in the order of the later form.</summary>
    public IEnumerable<T> InOrderAfter => Pairs.Select(pair => pair.After);

    private static IEnumerable<(T Part, int Position)> Unpaired(ImmutableArray<T> parts, int[] others) =>
        Enumerable.Range(0, parts.Length).Where(position => others[position] < 0).Select(position => (parts[position], position));

    private void Pair(Func<T, string> sign)
    {
        ILookup<string, int> left = Enumerable.Range(0, _after.Length).Where(position => _beforeOf[position] < 0).ToLookup(position => sign(_after[position]), StringComparer.Ordinal);
        for (int position = 0; position < _before.Length; position++)
        {
            if (_afterOf[position] < 0 && left[sign(_before[position])].Where(other => _beforeOf[other] < 0).Take(1).ToArray() is [int found])
            {
                _afterOf[position] = found;
                _beforeOf[found] = position;
            }
        }
    }
}

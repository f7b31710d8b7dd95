namespace QualityKit.Storage.Documents;

/// <summary>The order of texts by their UTF-8 bytes, which is that of their code points.</summary>
public static class Utf8Order
{
    /// <summary>Compares two texts.</summary>
    /// <returns>Below 0, 0 or above 0.</returns>
    public static int Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Rank(left[shared]).CompareTo(Rank(right[shared]));
    }

    // In UTF-16 the surrogates of the higher planes lie before the last of the first plane; in UTF-8 they lie behind it.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x2000 : unit >= 0xE000 ? unit - 0x800 : unit;
}

using System.Globalization;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Issues by pointer: positions in arrays as numbers, names in ordinal order, what is about the whole first.</summary>
internal sealed class PointerOrder : IComparer<Issue>
{
    private PointerOrder()
    {
    }

    public static PointerOrder Instance { get; } = new();

    public int Compare(Issue? x, Issue? y)
    {
        string[] left = x!.Pointer.Split('/');
        string[] right = y!.Pointer.Split('/');
        for (int segment = 0; segment < Math.Min(left.Length, right.Length); segment++)
        {
            int order = CompareSegments(left[segment], right[segment]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareSegments(string left, string right) =>
        int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
        && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out int second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(left, right);
}

using System.Collections.Immutable;

namespace QualityKit.Wire;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    private const int LongestName = 50;

    /// <summary>The known name that is nearest in letters inserted, left out or replaced; null when none is near.</summary>
    public static string? To(string name, ImmutableArray<string> known)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        string? nearest = known.MinBy(candidate => Distance(name, candidate));
        return nearest is not null && Distance(name, nearest) <= Math.Max(1, nearest.Length / 3) ? nearest : null;
    }

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (int column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        foreach (char letter in left)
        {
            int diagonal = row[0];
            row[0]++;
            for (int column = 1; column <= right.Length; column++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(right[column - 1]) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, 1 + Math.Min(row[column], row[column - 1]));
            }
        }

        return row[^1];
    }
}

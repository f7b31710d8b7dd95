namespace QualityKit.Scoring;

/// <summary>The flat combinations (rule S7) with integers.</summary>
internal static class QuickFlat
{
    public static bool TryCombine(
        Span<QuickGroup> groups, ReadOnlySpan<bool> failed, ReadOnlySpan<int> parents, bool rescales, out long numerator, out long denominator)
    {
        numerator = denominator = 0;
        foreach (ref QuickGroup group in groups)
        {
            // Weights that stay in a group make fractions of its amounts: only the full calculation keeps those exact.
            if (rescales && group.Counted != 0 && group.Present != group.Counted)
            {
                return false;
            }

            (group.Numerator, group.Denominator) = (group.Earned, group.Counted);
        }

        for (int group = groups.Length - 1; group >= 0; group--)
        {
            if (!failed.IsEmpty && failed[group])
            {
                groups[group].Numerator = Math.Min(groups[group].Numerator, 0);
            }

            int parent = parents[group];
            numerator += parent < 0 ? groups[group].Numerator : 0;
            denominator += parent < 0 ? groups[group].Denominator : 0;
            if (parent >= 0)
            {
                groups[parent].Numerator += groups[group].Numerator;
                groups[parent].Denominator += groups[group].Denominator;
            }
        }

        return true;
    }
}

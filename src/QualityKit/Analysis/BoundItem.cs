using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>Something that takes one of several parts in a quotient, and what that says about the answers to questions.</summary>
/// <param name="Parts">What it can add, at least one part.</param>
/// <param name="Choose">Notes the answers that go with the part at a position.</param>
internal sealed record BoundItem(RatioPart[] Parts, Action<int, int[]> Choose)
{
    /// <summary>A question that takes one of its stakes, each with the part that it makes.</summary>
    public static BoundItem Of(int question, IEnumerable<(Stake Stake, RatioPart Part)> stakes)
    {
        (Stake Stake, RatioPart Part)[] all = [.. stakes];
        return new([.. all.Select(stake => stake.Part)], (position, picks) => picks[question] = all[position].Stake.Answer);
    }

    /// <summary>The largest quotient of the items together; null when there is none. The answers are noted in the picks.</summary>
    public static Fraction? Largest(IReadOnlyList<BoundItem> items, int[] picks)
    {
        var positions = new int[items.Count];
        Fraction? quotient = RatioProblem.Largest([.. items.Select(item => item.Parts)], positions);
        Note(items, positions, picks);
        return quotient;
    }

    /// <summary>The largest sum above of the items together, one of them with something below; null when there is none.</summary>
    public static Fraction? LargestSum(IReadOnlyList<BoundItem> items, int[] picks)
    {
        var positions = new int[items.Count];
        Fraction? sum = RatioProblem.LargestSum([.. items.Select(item => item.Parts)], positions);
        Note(items, positions, picks);
        return sum;
    }

    private static void Note(IReadOnlyList<BoundItem> items, int[] positions, int[] picks)
    {
        for (int item = 0; item < items.Count; item++)
        {
            items[item].Choose(positions[item], picks);
        }
    }
}

using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>The largest quotient of two sums, where every item takes one of its parts and the lower sum is not 0: Dinkelbach's method, exact.</summary>
/// <remarks>From a quotient that can be had it goes to the choice that is best at that quotient; each step is larger than the one before, and there are finitely many choices.</remarks>
internal static class RatioProblem
{
    /// <summary>Solves it.</summary>
    /// <param name="items">For every item its parts; the lower number of a part is 0 or more.</param>
    /// <param name="picks">One position for every item: the part that it takes.</param>
    /// <returns>The largest quotient; null when every lower sum is 0.</returns>
    public static Fraction? Largest(IReadOnlyList<RatioPart[]> items, int[] picks)
    {
        if (!PickAnyMass(items, picks))
        {
            return null;
        }

        Fraction quotient = Quotient(items, picks);
        while (true)
        {
            Improve(items, picks, quotient);
            Fraction next = Quotient(items, picks);
            if (next <= quotient)
            {
                return quotient;
            }

            quotient = next;
        }
    }

    /// <summary>The largest upper sum, where the lower sum is not 0; null when every lower sum is 0.</summary>
    public static Fraction? LargestSum(IReadOnlyList<RatioPart[]> items, int[] picks)
    {
        if (!PickAnyMass(items, picks))
        {
            return null;
        }

        Improve(items, picks, Fraction.Zero);
        return items.Select((parts, item) => parts[picks[item]].Above).Aggregate(Fraction.Zero, (sum, above) => sum + above);
    }

    private static bool PickAnyMass(IReadOnlyList<RatioPart[]> items, int[] picks)
    {
        bool hasMass = false;
        for (int item = 0; item < items.Count; item++)
        {
            picks[item] = Math.Max(0, Array.FindIndex(items[item], part => part.Below.Sign > 0));
            hasMass |= items[item][picks[item]].Below.Sign > 0;
        }

        return hasMass;
    }

    private static Fraction Quotient(IReadOnlyList<RatioPart[]> items, int[] picks)
    {
        Fraction above = Fraction.Zero;
        Fraction below = Fraction.Zero;
        for (int item = 0; item < items.Count; item++)
        {
            above += items[item][picks[item]].Above;
            below += items[item][picks[item]].Below;
        }

        return above / below;
    }

    // The best parts at a quotient; if none of them has a lower number, the item that loses least takes one that has.
    private static void Improve(IReadOnlyList<RatioPart[]> items, int[] picks, Fraction quotient)
    {
        bool hasMass = false;
        (int Item, int Part, Fraction Loss)? cheapest = null;
        for (int item = 0; item < items.Count; item++)
        {
            (PartWorth best, PartWorth heavy) = Best(items[item], quotient);
            picks[item] = heavy.Part >= 0 && heavy.Worth == best.Worth ? heavy.Part : best.Part;
            hasMass |= picks[item] == heavy.Part;
            if (!hasMass && heavy.Part >= 0 && (cheapest is not { } so || best.Worth - heavy.Worth < so.Loss))
            {
                cheapest = (item, heavy.Part, best.Worth - heavy.Worth);
            }
        }

        if (!hasMass)
        {
            picks[cheapest!.Value.Item] = cheapest.Value.Part;
        }
    }

    // The best part, and the best of those with something below.
    private static (PartWorth Best, PartWorth Heavy) Best(RatioPart[] parts, Fraction quotient)
    {
        var best = new PartWorth(-1, default);
        PartWorth heavy = best;
        for (int part = 0; part < parts.Length; part++)
        {
            var worth = new PartWorth(part, parts[part].At(quotient));
            best = best.Part < 0 || worth.Worth > best.Worth ? worth : best;
            heavy = parts[part].Below.Sign > 0 && (heavy.Part < 0 || worth.Worth > heavy.Worth) ? worth : heavy;
        }

        return (best, heavy);
    }

    private readonly record struct PartWorth(int Part, Fraction Worth);
}

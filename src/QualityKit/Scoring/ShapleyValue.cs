using System.Numerics;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Splits what a set of changes did together among the changes (L. S. Shapley, "A Value for n-Person Games", 1953), exactly.</summary>
internal static class ShapleyValue
{
    /// <summary>The most changes that are looked at in every combination: 1,024 scores.</summary>
    public const int MostPlayers = 10;

    /// <summary>What each change adds on average over all orders; null when some combination has no score.</summary>
    /// <param name="players">How many changes, up to <see cref="MostPlayers"/>.</param>
    /// <param name="worth">The score with some of the changes made.</param>
    public static Fraction[]? OverAllOrders(int players, Func<bool[], Fraction?> worth)
    {
        var worths = new Fraction[1 << players];
        for (int made = 0; made < worths.Length; made++)
        {
            if (worth([.. Enumerable.Range(0, players).Select(player => Has(made, player))]) is not { } value)
            {
                return null;
            }

            worths[made] = value;
        }

        return [.. Enumerable.Range(0, players).Select(player => ValueOf(player, players, worths))];
    }

    /// <summary>What each change adds on average over the order given and its reverse; null when some combination has no score.</summary>
    public static Fraction[]? OverTwoOrders(int players, Func<bool[], Fraction?> worth)
    {
        int[] order = [.. Enumerable.Range(0, players)];
        return Along(order) is { } forward && Along([.. order.Reverse()]) is { } backward
            ? [.. forward.Zip(backward, (first, second) => (first + second) / 2)]
            : null;

        Fraction[]? Along(int[] path)
        {
            var made = new bool[players];
            var added = new Fraction[players];
            Fraction? before = worth(made);
            foreach (int player in path)
            {
                made[player] = true;
                Fraction? after = worth(made);
                if (before is not { } was || after is not { } now)
                {
                    return null;
                }

                added[player] = now - was;
                before = after;
            }

            return added;
        }
    }

    // Of the n! orders, s! (n - s - 1)! make a given set of s changes first and then this one.
    private static Fraction ValueOf(int player, int players, Fraction[] worths)
    {
        var sums = new Fraction[players];
        for (int made = 0; made < worths.Length; made++)
        {
            if (!Has(made, player))
            {
                sums[BitOperations.PopCount((uint)made)] += worths[made | (1 << player)] - worths[made];
            }
        }

        Fraction total = Fraction.Zero;
        for (int size = 0; size < players; size++)
        {
            total += sums[size] * Fraction.Of(Factorial(size) * Factorial(players - size - 1), Factorial(players));
        }

        return total;
    }

    private static bool Has(int made, int player) => (made & (1 << player)) != 0;

    private static long Factorial(int number) => Enumerable.Range(1, number).Aggregate(1L, (product, factor) => product * factor);
}

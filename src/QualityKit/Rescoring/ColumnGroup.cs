using System.Collections.Immutable;
using System.Numerics;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>One sum of a form that is scored by columns: a group of a tree, or the whole of a flat form.</summary>
/// <remarks>What is earned and what counts are counted in steps, so that the numbers are small. Every bound that keeps a lane from overflowing
/// is proven here, once, from the tables themselves.</remarks>
internal sealed class ColumnGroup
{
    /// <summary>The most steps that a group may earn, so that sixteen times as many fit a lane.</summary>
    public const int MostEarned = 4095;

    /// <summary>The most steps that may count in a group; the byte 255 marks sheets that are left to the exact path.</summary>
    public const int MostCounted = 254;

    private ColumnGroup(long weight, ImmutableArray<ColumnAmounts> amounts)
    {
        Weight = weight;
        Amounts = amounts;
        EarnedUnit = CommonDivisor(amounts.SelectMany(question => question.Earned));
        CountedUnit = CommonDivisor(amounts.SelectMany(question => question.Counted));
        Most = amounts.Sum(question => question.Earned.Max()) / EarnedUnit;
        Pairs = [.. PairsOf(amounts)];
        ImmutableArray<ColumnAmounts> others = [.. amounts.Where(question => !IsPair(question))];
        Earned = [.. others.Select(question => new ColumnTable(question.Question, question.Earned.Select(amount => (amount / EarnedUnit) & byte.MaxValue)))];
        EarnedHigh = [.. others.Select(question => new ColumnTable(question.Question, question.Earned.Select(amount => amount / EarnedUnit >> 8)))];
        Counted = [.. others.Select(question => new ColumnTable(question.Question, question.Counted.Select(amount => amount / CountedUnit)))];
    }

    /// <summary>Its weight.</summary>
    public long Weight { get; }

    /// <summary>What the codes of its questions add.</summary>
    public ImmutableArray<ColumnAmounts> Amounts { get; }

    /// <summary>One step of what is earned, in the units of the packed path.</summary>
    public long EarnedUnit { get; }

    /// <summary>One step of what counts, in the units of the packed path.</summary>
    public long CountedUnit { get; }

    /// <summary>The most steps that can be earned.</summary>
    public long Most { get; }

    /// <summary>The questions whose two tables are looked up at once.</summary>
    public ImmutableArray<ColumnPair> Pairs { get; }

    /// <summary>What the other questions earn, modulo 256.</summary>
    public ImmutableArray<ColumnTable> Earned { get; }

    /// <summary>How many times 256 they earn.</summary>
    public ImmutableArray<ColumnTable> EarnedHigh { get; }

    /// <summary>What counts in them.</summary>
    public ImmutableArray<ColumnTable> Counted { get; }

    /// <summary>The sum over questions; null when its numbers are too large for lanes.</summary>
    public static ColumnGroup? TryBuild(long weight, ImmutableArray<ColumnAmounts> amounts)
    {
        long earned = amounts.Sum(question => question.Earned.Max());
        long counted = amounts.Sum(question => question.Counted.Max());
        bool isPacked = earned <= PackedSums.Most && counted <= PackedSums.Most && amounts.All(question => question.IsShare);
        var group = new ColumnGroup(weight, amounts);
        return isPacked && group.Most <= MostEarned && counted / group.CountedUnit <= MostCounted ? group : null;
    }

    private IEnumerable<ColumnPair> PairsOf(ImmutableArray<ColumnAmounts> amounts)
    {
        long inBytes = 0;
        foreach (ColumnAmounts question in amounts.Where(IsPair))
        {
            long most = question.Earned.Max() / EarnedUnit;
            bool spills = inBytes + most > byte.MaxValue;
            inBytes = spills ? most : inBytes + most;
            yield return new ColumnPair(
                new ColumnTable(question.Question, question.Earned.Select(amount => amount / EarnedUnit)),
                new ColumnTable(question.Question, question.Counted.Select(amount => amount / CountedUnit)),
                spills);
        }
    }

    private bool IsPair(ColumnAmounts question) =>
        question.Earned.Length <= ColumnTable.Page && question.Earned.Max() / EarnedUnit <= byte.MaxValue;

    private static long CommonDivisor(IEnumerable<long> numbers) =>
        (long)BigInteger.Max(1, numbers.Aggregate(BigInteger.Zero, (common, number) => BigInteger.GreatestCommonDivisor(common, number)));
}

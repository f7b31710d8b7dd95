namespace QualityKit.Methods;

/// <summary>Which questions are kept by value before they are put together (rule S10).</summary>
public sealed record Selection
{
    private Selection(SelectionKind kind, int count)
    {
        Kind = kind;
        Count = count;
    }

    /// <summary>Every question is kept; the default.</summary>
    public static Selection All { get; } = new(SelectionKind.All, 0);

    /// <summary>Keeps the middle value, or of an even number the middle two: with equal weights the score is the median.</summary>
    /// <remarks>For <c>QuestionWeights</c> and <c>GroupWeights</c> within question weights.</remarks>
    public static Selection KeepMiddle { get; } = new(SelectionKind.KeepMiddle, 0);

    /// <summary>Keeps the questions of the value that most have, of several such values the highest: the score is the mode.</summary>
    /// <remarks>For <c>QuestionWeights</c> and <c>GroupWeights</c> within question weights.</remarks>
    public static Selection KeepMostFrequent { get; } = new(SelectionKind.KeepMostFrequent, 0);

    /// <summary>Which rule applies.</summary>
    public SelectionKind Kind { get; }

    /// <summary>How many are dropped or kept; 0 where the rule needs no number.</summary>
    public int Count { get; }

    /// <summary>Drops the lowest values.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Selection DropLowest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(SelectionKind.DropLowest, count);
    }

    /// <summary>Keeps the highest values only.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Selection KeepHighest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(SelectionKind.KeepHighest, count);
    }

    /// <summary>Keeps the lowest values only.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Selection KeepLowest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(SelectionKind.KeepLowest, count);
    }
}

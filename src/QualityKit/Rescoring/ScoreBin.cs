using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>A stretch of a distribution and how many scores lie in it.</summary>
public sealed record ScoreBin
{
    internal ScoreBin()
    {
    }

    /// <summary>The lower end, included; null for the bin of everything below zero.</summary>
    public required Score? From { get; init; }

    /// <summary>The upper end, not included; null for the bin of everything above the last one. The bin of the highest score has two equal ends
    /// and holds just that score; the one above it begins above its lower end.</summary>
    public required Score? To { get; init; }

    /// <summary>How many scores lie in it.</summary>
    public required long Count { get; init; }

    /// <summary>The stretch in words: <c>72 % to 73 %</c>, <c>100 %</c>, <c>below 0 %</c>, <c>above 100 %</c>.</summary>
    public override string ToString() => (From, To) switch
    {
        (null, { } to) => $"below {to}",
        ({ } from, null) => $"above {from}",
        ({ } from, { } to) when from == to => $"{from}",
        _ => $"{From} to {To}",
    };
}

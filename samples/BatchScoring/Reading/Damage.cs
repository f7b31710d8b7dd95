namespace BatchScoring.Reading;

/// <summary>Why a line could not be read.</summary>
internal sealed record Damage
{
    /// <summary>What is wrong, for a person.</summary>
    public required string What { get; init; }

    /// <summary>Where in the line, in bytes from 1; null when it is the line as a whole.</summary>
    public long? Column { get; init; }
}

namespace QualityKit.Retention;

/// <summary>Work that still needs an interaction: an open evaluation, dispute or calibration. It keeps the interaction, up to an instant.</summary>
public sealed record OpenWork
{
    /// <summary>What it is and its id, such as <c>evaluation e-1</c>; never personal.</summary>
    public required string Name { get; init; }

    /// <summary>Until when it keeps the interaction at most.</summary>
    public required DateTimeOffset Until { get; init; }
}

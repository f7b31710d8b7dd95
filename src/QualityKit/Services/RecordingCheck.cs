using QualityKit.Encryption;

namespace QualityKit.Services;

/// <summary>What verifying a recording found.</summary>
public sealed record RecordingCheck
{
    /// <summary>Which recording.</summary>
    public required RecordingId Recording { get; init; }

    /// <summary>What is wrong; <see cref="RecordingProblem.None"/> when all of it is what was stored.</summary>
    public required RecordingProblem Problem { get; init; }

    /// <summary>The root of the tree over its payload as it is now, as hexadecimal; null where it could not be read to the end, or the audit has none to compare with.</summary>
    public string? Tree { get; init; }

    /// <summary>Whether every byte is what was stored.</summary>
    public bool IsIntact => Problem == RecordingProblem.None;
}

namespace QualityKit.Audio;

/// <summary>What comparing a redacted file with the one it was made of found.</summary>
public sealed record RedactionCheck
{
    /// <summary>The first frame that is not as it should be: not replaced though it is in a range, changed though it is not, missing, or one too many. Null when all are right.</summary>
    public required long? FirstWrong { get; init; }

    /// <summary>How many frames were compared.</summary>
    public required long Frames { get; init; }

    /// <summary>Whether the file holds exactly what it should.</summary>
    public bool IsRight => FirstWrong is null;
}

namespace QualityKit.Transcripts;

/// <summary>What became of the text of one version of a stored transcript.</summary>
public enum TranscriptTextState
{
    /// <summary>It is kept, and read by whoever may.</summary>
    Kept = 0,

    /// <summary>A later version blacks parts of it out, and a legal hold keeps it: nobody reads it, and it is destroyed when the hold is released.</summary>
    Sealed = 1,

    /// <summary>A later version blacks parts of it out: it is gone.</summary>
    Destroyed = 2,

    /// <summary>It was erased at somebody's request.</summary>
    Erased = 3,
}

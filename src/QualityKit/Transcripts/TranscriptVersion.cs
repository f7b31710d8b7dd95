using System.Globalization;
using QualityKit.People;

namespace QualityKit.Transcripts;

/// <summary>One version of a stored transcript, without its text.</summary>
public sealed record TranscriptVersion
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who stored it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The salted digest of the text (<see cref="Transcript.Reference"/>), 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>How many stretches of the version before it were blacked out; 0 for one that came from outside.</summary>
    public int Redacted { get; init; }

    /// <summary>What became of its text.</summary>
    public TranscriptTextState State { get; init; }

    /// <summary>Where the text is kept.</summary>
    internal string Content { get; init; } = "";

    /// <summary>Whether its text is stored still.</summary>
    internal bool HasText => State is TranscriptTextState.Kept or TranscriptTextState.Sealed;

    /// <summary>The number and the state.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"version {Number}, {State}");
}

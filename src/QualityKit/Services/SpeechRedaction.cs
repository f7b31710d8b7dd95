using System.Collections.Immutable;
using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Privacy;
using QualityKit.Transcripts;

namespace QualityKit.Services;

/// <summary>What somebody wants taken out of a recording and its transcript together.</summary>
public sealed record SpeechRedaction
{
    /// <summary>The transcript, of the same interaction.</summary>
    public required TranscriptId Transcript { get; init; }

    /// <summary>What finds it in the text.</summary>
    public required ImmutableArray<IRedactor> Redactors { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>When words were said, as far as known; without them whole utterances are taken.</summary>
    public ImmutableArray<SpokenWord> Words { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is heard instead, and how much more is taken.</summary>
    public RedactionSettings Settings { get; init; } = new();

    /// <summary>The id of the recording that takes its place; null for one that derives from the command.</summary>
    public RecordingId? Replacement { get; init; }
}

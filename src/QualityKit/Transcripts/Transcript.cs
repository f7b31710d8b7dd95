using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Transcripts;

/// <summary>What was said or written in an interaction. All of it is personal content: it is kept in a document of its own, and others hold its digest.</summary>
public sealed record Transcript
{
    /// <summary>Which one.</summary>
    public required TranscriptId Id { get; init; }

    /// <summary>Of which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>Its language as a tag of BCP 47; null when nobody knows.</summary>
    public string? Language { get; init; }

    /// <summary>The utterances, by the time at which they begin. Two may overlap: people talk at once.</summary>
    public ImmutableArray<Utterance> Utterances { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Holds it against its rules.</summary>
    /// <returns>The transcript, or every issue at once; each points into <c>qualitykit.transcript/1</c>.</returns>
    public Validated<Transcript> Check()
    {
        var issues = new IssueList();
        TranscriptRules.Check(this, issues);
        return new(issues.HasErrors ? null : this, issues.ToImmutable());
    }

    /// <summary>What stands in for it in audit, events and decisions: SHA-256 over id, salt and all content.</summary>
    /// <param name="salt">Made for this transcript, and stored with it.</param>
    public ContentRef Reference(ContentSalt salt) =>
        new PersonalContent { Id = new(Id.Value), Salt = salt, Text = TranscriptContent.Write(this, isIndented: false).ToString() }.Reference;

    /// <summary>The id and the number of utterances; never what was said, which is personal.</summary>
    public override string ToString() => $"transcript {Id} of {Utterances.Length} utterances";
}

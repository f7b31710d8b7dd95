using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;

namespace QualityKit.Persistence;

/// <summary>The one document of an interaction that says which transcripts it has, in which versions. It holds no text.</summary>
internal sealed record TranscriptsDocument
{
    /// <summary>Documents with a sealed text: the interaction.</summary>
    public const string Sealed = "sealed";

    private const string Format = "qualitykit.transcripts/1";

    /// <summary>Of which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The transcripts, in the order in which they came.</summary>
    public ImmutableArray<TranscriptSummary> Transcripts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was read; null where there is none.</summary>
    public Document? Document { get; init; }

    /// <summary>Every text that is stored still.</summary>
    public ImmutableArray<TranscriptVersion> Texts => [.. Transcripts.SelectMany(transcript => transcript.Versions).Where(version => version.HasText)];

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Indexes { get; } = [new(Collections.Transcripts, Sealed, new IndexField { Name = "interaction", Kind = IndexKind.Text })];

    /// <summary>Where the transcripts of an interaction are kept.</summary>
    public static DocumentKey KeyOf(InteractionId interaction) => new(Collections.Transcripts, interaction.Value);

    /// <summary>The transcripts of an interaction.</summary>
    /// <exception cref="InvalidDataException">The document is of another format, or damaged.</exception>
    public static async ValueTask<TranscriptsDocument> LoadAsync(IDocumentStore store, TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, KeyOf(interaction), cancellationToken).ConfigureAwait(false) is { } document ? Read(document) : new() { Interaction = interaction };

    /// <summary>A stored document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static TranscriptsDocument Read(Document document) => StoredReader.Document(document, Format, json => new TranscriptsDocument
    {
        Interaction = new(document.Key.Id),
        Transcripts = json.Array("transcripts", one => new TranscriptSummary { Id = new(one.Text("id")), Versions = one.Array("versions", ReadVersion) }),
        Document = document,
    });

    /// <summary>A transcript of the interaction; null for none.</summary>
    public TranscriptSummary? Find(TranscriptId transcript) => Transcripts.FirstOrDefault(one => one.Id == transcript);

    /// <summary>The same with one more version of a transcript, and other states of the versions before it.</summary>
    public TranscriptsDocument With(TranscriptId transcript, TranscriptVersion added, Func<TranscriptVersion, TranscriptVersion>? earlier = null) =>
        Find(transcript) is { } known
            ? this with { Transcripts = Transcripts.Replace(known, known with { Versions = [.. known.Versions.Select(earlier ?? (version => version)), added] }) }
            : this with { Transcripts = Transcripts.Add(new() { Id = transcript, Versions = [added] }) };

    /// <summary>The same with other states of versions.</summary>
    public TranscriptsDocument With(Func<TranscriptVersion, TranscriptVersion> change) =>
        this with { Transcripts = [.. Transcripts.Select(one => one with { Versions = [.. one.Versions.Select(change)] })] };

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json => json.Keyed("transcripts", Transcripts, ("id", one => one.Id.Value), (member, one) =>
            {
                member.Text("id", one.Id.Value);
                member.Array("versions", one.Versions, Write);
            }),
            Document?.Body ?? default);
        ImmutableArray<IndexEntry> entries = Texts.Any(version => version.State == TranscriptTextState.Sealed) ? [new(Sealed, IndexValue.Of(Interaction.Value))] : [];
        return Document is null ? batch.Create(KeyOf(Interaction), body, entries) : batch.Replace(Document.Key, Document.Version, body, entries);
    }

    private static void Write(StoredObject json, TranscriptVersion version)
    {
        json.Number("number", version.Number);
        json.Instant("at", version.At);
        json.Text("by", version.By.Value);
        json.Text("digest", version.Digest);
        json.Number("redacted", version.Redacted);
        json.Choice("state", version.State);
        json.Text("content", version.Content);
    }

    private static TranscriptVersion ReadVersion(StoredReader json) => new()
    {
        Number = (int)json.Number("number"),
        At = json.Instant("at"),
        By = new(json.Text("by")),
        Digest = json.Text("digest"),
        Redacted = (int)json.Number("redacted"),
        State = json.Choice<TranscriptTextState>("state"),
        Content = json.Text("content"),
    };
}

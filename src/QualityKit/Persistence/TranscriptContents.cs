using QualityKit.Canonical;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;
using QualityKit.Wire;

namespace QualityKit.Persistence;

/// <summary>The text of one version of a transcript with the salt of its digest, apart from whatever refers to it.</summary>
internal static class TranscriptContents
{
    private const string Format = "qualitykit.transcript-contents/1";

    /// <summary>Where it is kept.</summary>
    public static DocumentKey KeyOf(string content) => new(Collections.TranscriptContents, content);

    /// <summary>A stored transcript.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static Transcript Read(Document document) => StoredReader.Document(document, Format, json => TranscriptJson.Read(json.Json("transcript")).Value);

    /// <summary>The batch that also stores a transcript.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, string content, ContentSalt salt, byte[] transcript) =>
        batch.Create(KeyOf(content), StoredObject.Document(Format, json =>
        {
            json.Text("salt", salt.Value);
            json.Json("transcript", transcript);
        }));
}

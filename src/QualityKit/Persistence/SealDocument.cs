using System.Globalization;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How seals are stored: their bytes verbatim, and who signed them.</summary>
internal static class SealDocument
{
    private const string Format = "qualitykit.seal/1";

    /// <summary>Where a seal is kept. Its number is part of what it is called, so that there is only one of each.</summary>
    public static DocumentKey KeyOf(long number) => new(SealIndexes.Seals, number.ToString("D19", CultureInfo.InvariantCulture));

    /// <summary>The batch that also makes a seal.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, AuditSeal seal, SealRecord record)
    {
        byte[] body = StoredObject.Document(Format, json =>
        {
            json.Bytes("seal", record.Bytes.Span);
            json.Text("signer", record.SignerKeyId);
            json.Bytes("signature", record.Signature.Span);
        });
        return batch.Create(KeyOf(seal.Number), body, new IndexEntry(SealIndexes.ByNumber, IndexValue.Of((decimal)seal.Number)));
    }

    /// <summary>A stored seal.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static SealRecord Read(Document document) => StoredReader.Document(document, Format, json => new SealRecord
    {
        Bytes = json.Bytes("seal"),
        SignerKeyId = json.TextOrNull("signer"),
        Signature = json.Bytes("signature"),
    });
}

using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Who works on a tenant, and until when others leave it alone. Whoever commits requires the version that they hold: a lease that was lost completes nothing, whatever any clock says.</summary>
internal sealed record LeaseDocument
{
    private const string Format = "qualitykit.lease/1";

    /// <summary>Who holds it.</summary>
    public required string Owner { get; init; }

    /// <summary>The fencing token: one more with each new owner.</summary>
    public required long Token { get; init; }

    /// <summary>When others may take it.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Where the lease of a kind of work is kept.</summary>
    public static DocumentKey KeyOf(string work) => new(OutboxIndexes.Leases, work);

    /// <summary>A stored document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static LeaseDocument Read(Document document) => StoredReader.Document(document, Format, json => new LeaseDocument
    {
        Owner = json.Text("owner"),
        Token = (long)json.Number("token"),
        Until = json.Instant("until"),
    });

    /// <summary>The body.</summary>
    public byte[] ToBody() => StoredObject.Document(Format, json =>
    {
        json.Text("owner", Owner);
        json.Number("token", Token);
        json.Instant("until", Until);
    });
}

namespace QualityKit.Storage.Documents;

/// <summary>Where a document is within its tenant. Two keys are equal when their UTF-8 bytes are: no case folding, no normalisation.</summary>
public sealed record DocumentKey
{
    /// <summary>A key.</summary>
    /// <param name="collection">1 to 64 lower-case letters, digits or <c>-</c>, starting with a letter.</param>
    /// <param name="id">1 to 512 bytes of UTF-8, no NUL, no lone surrogate.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public DocumentKey(string collection, string id)
    {
        StoreText.GuardName(collection, nameof(collection));
        StoreText.Guard(id, StoreLimits.KeyBytes, nameof(id));
        (Collection, Id) = (collection, id);
    }

    /// <summary>The kind of documents it belongs to.</summary>
    public string Collection { get; }

    /// <summary>Which document of the collection.</summary>
    public string Id { get; }

    /// <summary>Collection and id.</summary>
    public override string ToString() => $"{Collection}/{Id}";
}

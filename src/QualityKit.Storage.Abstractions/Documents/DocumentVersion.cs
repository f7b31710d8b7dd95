namespace QualityKit.Storage.Documents;

/// <summary>One state of a document. A store makes a new one for every commit; it means nothing else, never a time.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, made by the store.</param>
public readonly record struct DocumentVersion(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value;
}

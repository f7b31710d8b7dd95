namespace QualityKit.Storage.Documents;

/// <summary>What every store takes at least, and what nobody may ask of one.</summary>
public static class StoreLimits
{
    /// <summary>The most bytes of UTF-8 in a tenant, a command and a version: 128.</summary>
    public const int IdBytes = 128;

    /// <summary>The most bytes of UTF-8 in the id of a document: 512.</summary>
    public const int KeyBytes = 512;

    /// <summary>The most bytes of UTF-8 in a text that is indexed: 1,024.</summary>
    public const int IndexTextBytes = 1024;

    /// <summary>The most bytes of UTF-8 of all texts of one index entry together: 1,536. It is a row of an index, with tenant and id before and behind it, and no database takes such a row of any length.</summary>
    public const int IndexEntryBytes = 1536;

    /// <summary>The most documents that one batch creates, replaces and deletes: 100.</summary>
    public const int BatchWrites = 100;

    /// <summary>The most documents that one batch requires: 100.</summary>
    public const int BatchRequirements = 100;

    /// <summary>The most bytes of all bodies of one batch: 4 MiB.</summary>
    public const int BatchBytes = 4 * 1024 * 1024;

    /// <summary>The most index entries of one document: 200.</summary>
    public const int IndexEntries = 200;

    /// <summary>The most fields of one index: 6.</summary>
    public const int IndexFields = 6;

    /// <summary>The most values that one field of a query may equal: 100.</summary>
    public const int QueryValues = 100;

    /// <summary>The most documents of one page: 1,000.</summary>
    public const int PageSize = 1000;
}

namespace QualityKit.Storage.Documents;

/// <summary>What a field of an index holds.</summary>
public enum IndexKind
{
    /// <summary>Text of at most 1,024 bytes of UTF-8, ordered by those bytes.</summary>
    Text = 0,

    /// <summary>A number of at most 12 digits before the point and 6 after it.</summary>
    Number = 1,

    /// <summary>A moment of UTC, to the microsecond.</summary>
    Instant = 2,
}

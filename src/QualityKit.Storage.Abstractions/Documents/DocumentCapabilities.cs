namespace QualityKit.Storage.Documents;

/// <summary>What a document store can do, as data: the conformance kit runs the cases that fit, and says which it left out.</summary>
public sealed record DocumentCapabilities
{
    /// <summary>What the store is called, in reports and health data.</summary>
    public required string Name { get; init; }

    /// <summary>Whether what was committed is there after the process was killed.</summary>
    public required bool IsDurable { get; init; }

    /// <summary>Whether several processes can use the same data at once.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The most bytes of one body; at least 1 MiB, default the whole of a batch.</summary>
    public int LargestBody { get; init; } = StoreLimits.BatchBytes;

    /// <summary>For how long a command is remembered, so that sending its batch again changes nothing; at least 24 hours, the default.</summary>
    public TimeSpan RemembersCommandsFor { get; init; } = TimeSpan.FromHours(24);
}

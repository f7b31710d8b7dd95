namespace QualityKit.Storage.Sqlite.Engine;

/// <summary>The options of a file, checked.</summary>
internal sealed record FileSettings
{
    /// <summary>The path, for messages.</summary>
    public required string File { get; init; }

    public required string ConnectionString { get; init; }

    public required TimeSpan LockTimeout { get; init; }

    public required TimeSpan TruncatesLogAfter { get; init; }

    public required TimeSpan RemembersCommandsFor { get; init; }

    public required TimeSpan AbandonsStagedBlobsAfter { get; init; }

    public required bool MakesSchema { get; init; }
}

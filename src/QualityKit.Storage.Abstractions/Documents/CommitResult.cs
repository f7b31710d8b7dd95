using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>What became of a batch: all of it happened, or nothing did.</summary>
public sealed class CommitResult
{
    private CommitResult(DocumentVersion? version, ImmutableArray<DocumentConflict> conflicts) => (Version, Conflicts) = (version, conflicts);

    /// <summary>Whether it happened.</summary>
    public bool IsCommitted => Version is not null;

    /// <summary>The version of every document that the batch created or replaced; null when it did not happen.</summary>
    public DocumentVersion? Version { get; }

    /// <summary>Every document that was not as the batch expected; empty when it happened.</summary>
    public ImmutableArray<DocumentConflict> Conflicts { get; }

    /// <summary>The batch happened.</summary>
    /// <param name="version">New for this commit, never used before.</param>
    public static CommitResult Committed(DocumentVersion version) => new(version, []);

    /// <summary>Nothing happened.</summary>
    /// <param name="conflicts">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static CommitResult Refused(ImmutableArray<DocumentConflict> conflicts) =>
        conflicts.IsDefaultOrEmpty ? throw new ArgumentException("a batch is refused for at least one conflict", nameof(conflicts)) : new(null, conflicts);
}

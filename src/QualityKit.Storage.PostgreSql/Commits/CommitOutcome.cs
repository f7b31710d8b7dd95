using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Commits;

/// <summary>What the database said to a batch.</summary>
internal sealed record CommitOutcome
{
    /// <summary>The generation of the schema that it found.</summary>
    public required int Generation { get; init; }

    /// <summary>What the command committed before; null when it is new.</summary>
    public required Guid? Before { get; init; }

    /// <summary>Every document that was not as expected.</summary>
    public required ImmutableArray<DocumentConflict> Conflicts { get; init; }
}

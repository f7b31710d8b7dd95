namespace QualityKit.Persistence;

/// <summary>The names of the collections that the core stores in, and of the indexes of the journal.</summary>
internal static class Collections
{
    /// <summary>One document a commit: what happened, for the audit and for whoever is told. Its id is the command.</summary>
    public const string Journal = "journal";

    /// <summary>One document an entity: how far its chain reaches.</summary>
    public const string AuditHeads = "audit-heads";
}

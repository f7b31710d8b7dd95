using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What bulk jobs work with.</summary>
internal sealed record JobTools
{
    /// <summary>Where everything is kept.</summary>
    public required IDocumentStore Store { get; init; }

    /// <summary>Who may do what today.</summary>
    public required IAccessPolicies Policies { get; init; }

    /// <summary>Who somebody is today.</summary>
    public required IPeopleDirectory People { get; init; }

    /// <summary>What tenants declare.</summary>
    public required IKeepingTerms Terms { get; init; }

    /// <summary>Rights over single interactions.</summary>
    public required AccessDesk Desk { get; init; }

    /// <summary>Carries out deletions.</summary>
    public required InteractionKeeping Keeping { get; init; }

    /// <summary>Finds that the store went back.</summary>
    public required RestoreGuard Guard { get; init; }

    /// <summary>Who archives and exports.</summary>
    public required ImmutableArray<IJobTarget> Targets { get; init; }

    /// <summary>Commits with audit and events.</summary>
    public required Deeds Deeds { get; init; }

    /// <summary>How.</summary>
    public required BulkJobOptions Options { get; init; }

    /// <summary>Clock, log and instruments.</summary>
    public required Ambient Ambient { get; init; }

    /// <summary>Who works on which tenant.</summary>
    public required Leases Leases { get; init; }

    /// <summary>Names commits.</summary>
    public required CommandSource Commands { get; init; }

    /// <summary>What a role has to allow for an action.</summary>
    public static Permission PermissionFor(JobAction action) => action switch
    {
        JobAction.Archive => Permission.ArchiveInteractions,
        JobAction.Delete => Permission.DeleteInteractions,
        _ => Permission.ExportInteractions,
    };
}

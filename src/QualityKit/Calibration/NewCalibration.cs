using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Calibration;

/// <summary>A calibration session that is to be.</summary>
public sealed record NewCalibration
{
    /// <summary>Names this attempt; the id of the session derives from it.</summary>
    public required CommandId Id { get; init; }

    /// <summary>What people call it, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The form version that everyone evaluates with.</summary>
    public required FormVersionId Form { get; init; }

    /// <summary>The interactions, 1 to 200, each once.</summary>
    public required ImmutableArray<CalibrationItem> Items { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Who evaluates, by name: up to 100, with those of <see cref="Roles"/>.</summary>
    public ImmutableArray<PersonId> Evaluators { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The keys of roles: whoever has one when the session is opened evaluates too.</summary>
    public ImmutableArray<string> Roles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whose evaluation the others are compared with, for every interaction that has no finished one; null for nobody.</summary>
    public PersonId? Expert { get; init; }

    /// <summary>What evaluators are compared with where there is neither; default the median.</summary>
    public CalibrationConsensus Consensus { get; init; }

    /// <summary>Who leads it; null for whoever plans it.</summary>
    public PersonId? Lead { get; init; }

    /// <summary>When evaluators are reminded, when they are due, and the rest; default nothing.</summary>
    public Deadlines Deadlines { get; init; } = Deadlines.None;

    /// <summary>The id that the session gets in a tenant.</summary>
    public CalibrationSessionId IdIn(TenantId tenant) => DerivedIds.Session(tenant, Id);
}

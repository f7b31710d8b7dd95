using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Auditing;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Events;

/// <summary>Something that happened, as others are told: ids, codes and digests, never what a person wrote or is.</summary>
public sealed record QualityEvent
{
    /// <summary>Which event.</summary>
    public required QualityEventId Id { get; init; }

    /// <summary>What happened: a code of <see cref="EventCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The version of what the code says, from 1. A detail may be added within a version; a new version is a detail that means something else or is gone.</summary>
    public required int Version { get; init; }

    /// <summary>What it happened to, tenant included.</summary>
    public required AuditEntity Entity { get; init; }

    /// <summary>Its place among the events of the entity, from 1 and growing, with gaps: a handler that is told of a lower number than before is told again.</summary>
    public required long Number { get; init; }

    /// <summary>The command that did it.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId Actor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What else the code says, by name; docs/events.md lists it.</summary>
    public ImmutableArray<AuditFact> Details { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whose it is.</summary>
    public TenantId Tenant => new(Entity.Tenant);

    /// <summary>The value of a detail; null where the event has none of that name.</summary>
    public string? Detail(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Details.FirstOrDefault(detail => detail.Name == name)?.Value;
    }

    /// <summary>What happened to which; never the details.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} of {Entity}, {Number}");
}

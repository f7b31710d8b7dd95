using QualityKit.Auditing;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What somebody does to one thing.</summary>
internal sealed record Deed(Actor Actor, CommandId Command, string Kind, string Id, string Code)
{
    /// <summary>The chain that it goes into.</summary>
    public AuditEntity Entity => new(Actor.Tenant.Value, Kind, Id);
}

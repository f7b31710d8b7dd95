using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit;

/// <summary>Who somebody is when they act.</summary>
public static class PeopleDirectoryExtensions
{
    /// <summary>A person as an actor, with the roles and teams that they have now. Ask for each request: both change.</summary>
    /// <returns>The actor; without roles, and so without rights, where the directory does not know them.</returns>
    public static async Task<Actor> ActorAsync(this IPeopleDirectory people, TenantId tenant, PersonId person, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        Person? known = await people.FindAsync(tenant, person, cancellationToken).ConfigureAwait(false);
        return new() { Tenant = tenant, Id = person, Roles = known?.Roles ?? [], Teams = known?.Supervises ?? [] };
    }
}

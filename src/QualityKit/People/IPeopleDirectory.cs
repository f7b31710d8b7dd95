using QualityKit.Storage.Documents;

namespace QualityKit.People;

/// <summary>The port to the host's directory of people. The library keeps no list of its own.</summary>
public interface IPeopleDirectory
{
    /// <summary>A person of a tenant; null when the directory does not know them.</summary>
    Task<Person?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken);

    /// <summary>The people of a team at an instant, in any order.</summary>
    IAsyncEnumerable<Person> MembersAsync(TenantId tenant, TeamId team, DateTimeOffset at, CancellationToken cancellationToken);
}

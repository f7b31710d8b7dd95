using QualityKit.Storage.Documents;

namespace QualityKit.People;

/// <summary>What a directory of people can do besides: say who has a role. A calibration session that asks people by role needs it of the host's <see cref="IPeopleDirectory"/>.</summary>
public interface IRoleDirectory
{
    /// <summary>The people who have a role at an instant, in any order; not those who have left or are on leave.</summary>
    IAsyncEnumerable<Person> InRoleAsync(TenantId tenant, string role, DateTimeOffset at, CancellationToken cancellationToken);
}

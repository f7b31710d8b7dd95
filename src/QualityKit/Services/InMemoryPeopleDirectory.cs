using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A directory of people in memory, for tests, samples and small hosts. Safe to share between threads.</summary>
public sealed class InMemoryPeopleDirectory : IPeopleDirectory, IRoleDirectory
{
    private readonly ConcurrentDictionary<(TenantId Tenant, PersonId Person), Person> _people = new();

    /// <summary>Adds people of a tenant; whoever is there already under the same id is replaced.</summary>
    /// <returns>The directory.</returns>
    public InMemoryPeopleDirectory Add(TenantId tenant, params Person[] people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (Person person in people)
        {
            _people[(tenant, person.Id)] = person;
        }

        return this;
    }

    /// <inheritdoc/>
    public Task<Person?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(_people.GetValueOrDefault((tenant, person)));

    /// <inheritdoc/>
    public async IAsyncEnumerable<Person> MembersAsync(TenantId tenant, TeamId team, DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (((TenantId owner, PersonId _), Person person) in _people)
        {
            if (owner == tenant && person.Units.At(at)?.Team == team)
            {
                yield return person;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Person> InRoleAsync(TenantId tenant, string role, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(role);
        return WithRoleAsync(tenant, role, at);
    }

    private async IAsyncEnumerable<Person> WithRoleAsync(TenantId tenant, string role, DateTimeOffset at)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (((TenantId owner, PersonId _), Person person) in _people)
        {
            if (owner == tenant && person.Roles.Contains(role) && (person.Units.At(at)?.Employment ?? Employment.Employed) == Employment.Employed)
            {
                yield return person;
            }
        }
    }
}

namespace QualityKit.Storage.Documents;

/// <summary>The door of background workers and operators. Never hand it to code that serves a request: it crosses tenants.</summary>
public interface IStoreMaintenance
{
    /// <summary>Makes or upgrades whatever the schema needs; called again, it changes nothing.</summary>
    ValueTask EnsureSchemaAsync(CancellationToken cancellationToken);

    /// <summary>Tenants that have work that is due, through the indexes that list it (<see cref="IndexDefinition.ListsDueWork"/>): one entry a tenant and kind, earliest first.</summary>
    /// <param name="until">Work due at this moment or before.</param>
    /// <param name="limit">The most entries, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken);

    /// <summary>Every tenant that has a document, ordered by UTF-8 bytes.</summary>
    IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken);

    /// <summary>Every document of a tenant with its entries, in no stated order, as it was at some moment during the export or later.</summary>
    IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Removes every document of a tenant for good, and forgets its commands: a batch that is sent again afterwards is a new one. Whether that may be done is the caller's to know.</summary>
    ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken);
}

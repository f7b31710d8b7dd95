using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>Whole tenants on their way in and out.</summary>
public sealed class TransferTests(QuickPostgresServer server) : IClassFixture<QuickPostgresServer>, IAsyncLifetime
{
    private readonly string _schema = server.NewSchema();
    private PostgreSqlDocumentStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await _store.EnsureSchemaAsync(default);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [ServerFact]
    public async Task An_export_can_be_imported_as_another_tenant_and_is_the_same()
    {
        Assert.Equal(2500, await _store.ImportAsync(Notes.Tenant, ManyDocuments.AllNotes(2500), default));
        var copy = new TenantId("copy");
        Assert.Equal(2500, await _store.ImportAsync(copy, _store.ExportAsync(Notes.Tenant, default), default));

        Assert.Equal(await All(Notes.Tenant), await All(copy));
        Assert.Equal(2000, await _store.CountAsync(copy, new DocumentQuery { Collection = "notes", Index = "by-state", Equal = [[IndexValue.Of("open")]] }, 10_000, default));
    }

    [ServerFact]
    public async Task Large_bodies_are_exported_a_few_at_a_time()
    {
        byte[] body = new byte[3 * 1024 * 1024];
        for (int number = 0; number < 5; number++)
        {
            await _store.CommitAsync(Notes.Batch($"c{number}").Create(Notes.Key($"n{number}"), body), default);
        }

        Assert.Equal(5, (await All(Notes.Tenant)).Count);
    }

    [ServerFact]
    public async Task An_import_over_what_is_there_writes_nothing()
    {
        await _store.CommitAsync(Notes.Batch("c").Create(Notes.Key("n40"), Notes.Body("mine")), default);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await _store.ImportAsync(Notes.Tenant, ManyDocuments.AllNotes(50), default));
        Assert.Equal("a document is there already", error.Message);
        Assert.Single(await All(Notes.Tenant));
    }

    [ServerFact]
    public async Task An_import_takes_only_what_the_schema_has()
    {
        async IAsyncEnumerable<CreateDocument> One(CreateDocument document)
        {
            yield return document;
            await Task.CompletedTask;
        }

        var stranger = new CreateDocument { Key = new DocumentKey("strangers", "a"), Body = default };
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.ImportAsync(Notes.Tenant, One(stranger), default));
        var misfit = new CreateDocument { Key = Notes.Key("a"), Body = default, Entries = [new IndexEntry("by-label", IndexValue.Of(1m))] };
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.ImportAsync(Notes.Tenant, One(misfit), default));
        Assert.Empty(await All(Notes.Tenant));
    }

    [ServerFact]
    public async Task A_destroyed_tenant_leaves_no_row_in_any_table()
    {
        await _store.ImportAsync(Notes.Tenant, ManyDocuments.AllNotes(100), default);
        await _store.CommitAsync(Notes.Three("c"), default);
        await _store.DestroyTenantAsync(Notes.Tenant, default);
        foreach (string table in await server.Ask<string>($"SELECT table_name FROM information_schema.columns WHERE table_schema = '{_schema}' AND column_name = 'tenant'"))
        {
            Assert.Equal([0L], await server.Ask<long>($"SELECT count(*) FROM {_schema}.\"{table}\" WHERE tenant = 'acme'"));
        }
    }

    [ServerFact]
    public async Task Old_commands_are_forgotten_by_the_clock_of_the_database_and_young_ones_are_not()
    {
        await _store.CommitAsync(Notes.Three("old"), default);
        await _store.CommitAsync(Notes.Three("young"), default);
        await server.Execute($"UPDATE {_schema}.commands SET at = now() - interval '25 hours' WHERE command = 'old'; UPDATE {_schema}.commands SET at = now() - interval '23 hours' WHERE command = 'young'");
        for (int number = 0; number < 200; number++)
        {
            await _store.CommitAsync(Notes.Batch($"c{number}").RequireAbsent(Notes.Key("nothing")), default);
        }

        Assert.Equal(["young"], await server.Ask<string>($"SELECT command FROM {_schema}.commands WHERE command IN ('old', 'young')"));
    }

    private async Task<List<string>> All(TenantId tenant)
    {
        var found = new List<string>();
        await foreach (CreateDocument document in _store.ExportAsync(tenant, default))
        {
            string entries = string.Join(';', document.Entries.Select(entry => $"{entry.Index}={string.Join(',', entry.Values)}").Order(StringComparer.Ordinal));
            found.Add($"{document.Key} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(document.Body.Span))} {entries}");
        }

        return found;
    }
}

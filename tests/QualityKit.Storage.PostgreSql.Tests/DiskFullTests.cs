using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using Xunit.Abstractions;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>A disk of the server that is full: the caller hears so, nothing is half written, and with more room all goes on.</summary>
public sealed class DiskFullTests(ITestOutputHelper output)
{
    [SmallDiskFact]
    public async Task A_full_disk_is_said_and_leaves_no_half_batch()
    {
        var server = new QuickPostgresServer();
        await server.InitializeAsync();
        var disk = new SmallDisk(megabytes: 24);
        try
        {
            await server.Execute($"CREATE TABLESPACE small LOCATION '{disk.Folder}'");
            await server.Execute("CREATE DATABASE small TABLESPACE small");
            string small = server.ConnectionString.Replace("Database=postgres", "Database=small", StringComparison.Ordinal);
            await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = small }, Notes.Schema);
            await store.EnsureSchemaAsync(default);

            byte[] body = new byte[500_000];
            new Random(1).NextBytes(body);
            int committed = 0;
            DocumentBatch Batch() => Enumerable.Range(0, 3).Aggregate(Notes.Batch($"c{committed}"), (all, part) => all.Create(Notes.Key($"c{committed}-{"abc"[part]}"), body, Notes.Label($"c{committed}")));
            StorageUnavailableException? full = null;
            while (full is null)
            {
                Assert.True(committed < 100, "the disk never filled");
                try
                {
                    await store.CommitAsync(Batch(), default);
                    committed++;
                }
                catch (StorageUnavailableException error)
                {
                    full = error;
                }
            }

            Assert.Equal("the disk of PostgreSQL is full", full.Message);
            Assert.Empty(await Notes.Found(store, $"c{committed}"));
            disk.Grow(megabytes: 128);
            Assert.True((await store.CommitAsync(Batch(), default)).IsCommitted);
            Assert.Equal(3, (await Notes.Found(store, $"c{committed}")).Count);
            output.WriteLine($"the disk was full after {committed} commits; the next was refused whole, and went through when there was room");
        }
        finally
        {
            await server.DisposeAsync();
            disk.Dispose();
        }
    }
}

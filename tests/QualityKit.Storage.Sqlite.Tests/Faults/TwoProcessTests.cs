using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Tests.Children;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>Two processes over one file.</summary>
public class TwoProcessTests
{
    [Fact]
    public async Task No_update_is_lost_when_two_processes_raise_one_counter_a_thousand_times()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        await store.CommitAsync(StoreFolder.Batch("make").Create(StoreFolder.Note("counter"), "0"u8.ToArray()), default);

        await Together(Child.Start("count", folder.File, "500"), Child.Start("count", folder.File, "500"));

        Document? counter = await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("counter"), default);
        Assert.Equal("1000", Encoding.UTF8.GetString(counter!.Body.Span));
    }

    [Fact]
    public async Task Two_processes_that_each_require_what_the_other_writes_never_both_succeed()
    {
        const int Rounds = 500;
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        await store.EnsureSchemaAsync(default);

        await Together(Child.Start("skew", folder.File, "x", "y", $"{Rounds}"), Child.Start("skew", folder.File, "y", "x", $"{Rounds}"));

        for (int round = 0; round < Rounds; round++)
        {
            bool hasX = await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note($"x{round}"), default) is not null;
            bool hasY = await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note($"y{round}"), default) is not null;
            Assert.True(hasX != hasY, $"round {round}: one of two must have succeeded, {(hasX ? "both did" : "none did")}");
        }
    }

    private static async Task Together(params Child[] children)
    {
        try
        {
            await Task.WhenAll(children.Select(child => child.ExpectAsync("ready")));
            await Task.WhenAll(children.Select(child => child.SayAsync("go")));
            foreach (Child child in children)
            {
                (_, int code) = await child.EndAsync();
                Assert.True(code == 0, await child.ErrorsAsync());
            }
        }
        finally
        {
            Array.ForEach(children, child => child.Dispose());
        }
    }
}

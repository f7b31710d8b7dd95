using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Services.Tests.Services;

public sealed class TenantRoundTests
{
    [Fact]
    public async Task A_tenant_that_fails_is_told_of_and_the_others_have_their_turn()
    {
        await using Center center = await ThreeTenantsAsync();
        var done = new List<string>();
        var failed = new List<string>();

        bool isMore = await TenantRound.RunAsync(
            center.Maintenance,
            (tenant, _) =>
            {
                done.Add(tenant.Value);
                return tenant.Value == "b" ? throw new StorageUnavailableException("gone") : new(tenant.Value == "a");
            },
            (tenant, problem) => failed.Add($"{tenant}: {problem.Message}"),
            CancellationToken.None);

        Assert.True(isMore);
        Assert.Equal(["a", "b", "c"], done.Order());
        Assert.Equal(["b: gone"], failed);
    }

    [Fact]
    public async Task Whoever_stops_a_round_stops_all_of_it()
    {
        await using Center center = await ThreeTenantsAsync();
        using var stop = new CancellationTokenSource();
        int done = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await TenantRound.RunAsync(
            center.Maintenance,
            (_, stopping) =>
            {
                done++;
                stop.Cancel();
                stopping.ThrowIfCancellationRequested();
                return new(false);
            },
            (_, _) => Assert.Fail("a round that is stopped has not failed"),
            stop.Token));

        Assert.Equal(1, done);
    }

    private static async Task<Center> ThreeTenantsAsync()
    {
        Center center = await Center.OpenAsync();
        foreach (string tenant in new[] { "a", "b", "c" })
        {
            await center.Documents.CommitAsync(DocumentBatch.For(new(tenant), new("c")).Create(new("forms", "f"), "{}"u8.ToArray()), CancellationToken.None);
        }

        return center;
    }
}

namespace QualityKit.Services.Tests.Stores;

/// <summary>What a class of tests declares that opens stores: databases end when no such class runs.</summary>
public sealed class Databases : IAsyncLifetime
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static int s_users;

    public Task InitializeAsync() => ChangeAsync(1);

    public Task DisposeAsync() => ChangeAsync(-1);

    private static async Task ChangeAsync(int users)
    {
        await Turn.WaitAsync();
        try
        {
            s_users += users;
            if (s_users == 0)
            {
                await OpenStore.CloseAllAsync();
            }
        }
        finally
        {
            Turn.Release();
        }
    }
}

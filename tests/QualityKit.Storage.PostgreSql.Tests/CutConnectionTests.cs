using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using Xunit.Abstractions;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>Connections that are cut anywhere in a commit, on the way to the server and on the way back.</summary>
public sealed class CutConnectionTests(PostgresServer server, ITestOutputHelper output) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private const int Cuts = 60;

    private readonly string _schema = server.NewSchema();
    private PostgreSqlDocumentStore _direct = null!;
    private CuttingProxy _proxy = null!;
    private PostgreSqlDocumentStore _cut = null!;

    public async Task InitializeAsync()
    {
        _direct = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await _direct.EnsureSchemaAsync(default);
        _proxy = new CuttingProxy(server.Port);
        string through = server.ConnectionString.Replace($"Port={server.Port}", $"Port={_proxy.Port}", StringComparison.Ordinal);
        _cut = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = through, Schema = _schema }, Notes.Schema);
    }

    public async Task DisposeAsync()
    {
        await _cut.DisposeAsync();
        await _direct.DisposeAsync();
        _proxy.Dispose();
    }

    [ServerFact]
    public async Task A_commit_whose_request_was_cut_anywhere_is_safe_to_send_again()
    {
        (long sent, _) = await Whole();
        (int happened, int lost) = await CutEverywhere("sent", sent, bytes => _proxy.Cut(afterSent: bytes));
        output.WriteLine($"requests cut at {Cuts} places of {sent} bytes: {lost} commits had no effect before they were sent again, {happened} had; one effect each");
        Assert.True(lost > Cuts / 2);
    }

    [ServerFact]
    public async Task A_commit_whose_reply_was_cut_anywhere_is_safe_to_send_again()
    {
        (_, long received) = await Whole();
        (int happened, int lost) = await CutEverywhere("reply", received, bytes => _proxy.Cut(afterReceived: bytes));
        output.WriteLine($"replies cut at {Cuts} places of {received} bytes: {lost} commits had no effect before they were sent again, {happened} had; one effect each");
        Assert.True(happened > Cuts / 4);
    }

    /// <summary>How many bytes a commit on a new connection is, both ways.</summary>
    private async Task<(long Sent, long Received)> Whole()
    {
        await _cut.CommitAsync(Notes.Three("first"), default);
        await LoseConnection();
        _proxy.Cut();
        await _cut.CommitAsync(Notes.Three("whole"), default);
        (long, long) passed = _proxy.Passed;
        await LoseConnection();
        return passed;
    }

    private async Task LoseConnection()
    {
        _proxy.Cut(afterSent: 1);
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await _cut.ReadAsync(Notes.Tenant, Notes.Key("any"), default));
    }

    private async Task<(int Happened, int Lost)> CutEverywhere(string name, long length, Action<long> cutAfter)
    {
        (int happened, int lost) = (0, 0);
        for (int place = 1; place <= Cuts; place++)
        {
            string command = $"{name}-{place}";
            cutAfter(Math.Max(1, length * place / (Cuts + 1)));
            await Assert.ThrowsAsync<StorageUnavailableException>(async () => await _cut.CommitAsync(Notes.Three(command), default));

            int before = (await Notes.Found(_direct, command)).Count;
            Assert.True(before is 0 or 3, $"{before} of 3 documents are there");
            (happened, lost) = before == 3 ? (happened + 1, lost) : (happened, lost + 1);

            CommitResult again = await _direct.CommitAsync(Notes.Three(command), default);
            Assert.Equal(Enumerable.Repeat(again.Version!.Value, 3), await Notes.Found(_direct, command));
        }

        return (happened, lost);
    }
}

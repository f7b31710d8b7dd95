using QualityKit.Vault;
using Xunit.Abstractions;

namespace QualityKit.Vault.Tests;

/// <summary>Rules 7 and 8, with real processes and files: a process that dies before any call of a store leaves a vault in which everything opens or is gone, and who comes after finishes.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("store")]
    [InlineData("delete")]
    [InlineData("reencrypt")]
    [InlineData("copy")]
    [InlineData("rotate")]
    [InlineData("rewrap")]
    public async Task Killed_at_any_call_nothing_is_lost_and_nothing_is_left_over(string operation)
    {
        using TempFolder prepared = await PrepareAsync(operation);
        int kills = 0;
        for (int call = 1; ; call++)
        {
            using TempFolder folder = prepared.Copy();
            (int code, string said, string errors) = await Child.Run(Child.Command("vault", folder.Path, operation, $"{call}"));
            Assert.True(code is 137 or 0, $"{code} {said} {errors}");
            if (code == 0)
            {
                Assert.True(call - 1 == int.Parse(said), $"killed {call - 1} times, and made {said} calls");
                break;
            }

            kills++;
            await CheckAsync(operation, folder.Path, call);
        }

        output.WriteLine($"{operation}: killed {kills} times, lost 0");
        Assert.True(kills >= 3, $"only {kills} calls were made");
    }

    private static async Task<TempFolder> PrepareAsync(string operation)
    {
        var folder = new TempFolder();
        await using VaultHost host = await VaultHost.OpenAsync(folder.Path);
        await host.ReportAsync();
        await host.StoreAsync(new("other"), VaultHost.Content(1000));
        if (operation != "store")
        {
            await host.StoreAsync(VaultHost.Recording, VaultHost.Content(VaultChild.ContentBytes));
        }

        if (operation == "copy")
        {
            EnvelopeCopy copy = (await host.CopiesAsync()).Single(copy => copy.Context!.Recording == VaultHost.Recording);
            await host.Blobs.DeleteAsync(VaultHost.Tenant, EnvelopeCopies.NameOf(copy.Payload), CancellationToken.None);
        }

        if (operation == "rewrap")
        {
            await VaultChild.OperateAsync(host, "rotate");
        }

        return folder;
    }

    private static async Task CheckAsync(string operation, string folder, int call)
    {
        byte[] content = VaultHost.Content(VaultChild.ContentBytes);
        await using (VaultHost host = await VaultHost.OpenAsync(folder))
        {
            Assert.Equal(VaultHost.Content(1000), await host.PlayAsync(new("other")));
            if (await host.PlayAsync(VaultHost.Recording) is { } there)
            {
                Assert.True(content.AsSpan().SequenceEqual(there), $"{operation} killed at {call}: it opens to something else");
            }
            else
            {
                Assert.True(operation is "store" or "delete", $"{operation} killed at {call}: the recording is gone");
            }

            // Who comes after sends the same command again.
            await VaultChild.OperateAsync(host, operation);
            byte[]? after = await host.PlayAsync(VaultHost.Recording);
            Assert.True(operation == "delete" ? after is null : content.AsSpan().SequenceEqual(after), $"{operation} killed at {call}: it was not finished");
        }

        // What was being written is given up, and once more after as long again; a copy that was is laid by whoever verifies next.
        foreach (int days in new[] { 3, 6 })
        {
            // Somebody goes on using the vault, so that there is something to seal next time, which the clock is held against: by one in doubt nothing is given up.
            await using VaultHost host = await VaultHost.OpenAsync(folder, later: TimeSpan.FromDays(days));
            await host.RunJobsAsync();
            await host.PlayAsync(new("other"));
        }

        await using (VaultHost later = await VaultHost.OpenAsync(folder, later: TimeSpan.FromDays(6)))
        {
            if (operation == "copy")
            {
                await VaultChild.OperateAsync(later, operation);
            }

            (int payloads, int copies) = ((await later.BlobNamesAsync()).Count, (await later.CopiesAsync()).Count);
            Assert.True((payloads, copies) == (operation == "delete" ? (2, 1) : (4, 2)), $"{operation} killed at {call}: {payloads} blobs are there, {copies} of them copies");
            QualityKit.Services.RecordingOrphans orphans = await later.Recordings.OrphansAsync(later.Actor);
            Assert.Empty(orphans.Blobs);
            Assert.Empty(orphans.WithoutPayload);
            Assert.Empty(orphans.WithoutEnvelope);
        }
    }
}

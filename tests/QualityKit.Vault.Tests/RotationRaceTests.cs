using System.Diagnostics;
using QualityKit.Keys;
using QualityKit.Services;
using Xunit.Abstractions;

namespace QualityKit.Vault.Tests;

/// <summary>Failure story 3: two processes that rotate at once.</summary>
public sealed class RotationRaceTests(ITestOutputHelper output)
{
    private const int Times = 500;

    [Fact]
    public async Task Two_processes_that_rotate_a_thousand_times_leave_one_active_key_and_everything_opens()
    {
        using var folder = new TempFolder();
        await using VaultHost host = await VaultHost.OpenAsync(folder.Path);
        await host.ReportAsync();
        await host.StoreAsync(VaultHost.Recording, VaultHost.Content(50_000));
        using Process one = Child.Start(Child.Command("rotate", folder.Path, $"{Times}"));
        using Process other = Child.Start(Child.Command("rotate", folder.Path, $"{Times}"));
        Task<string>[] said = [one.StandardOutput.ReadToEndAsync(), other.StandardOutput.ReadToEndAsync()];
        Task<string>[] errors = [one.StandardError.ReadToEndAsync(), other.StandardError.ReadToEndAsync()];
        string[] lines = [.. (await Task.WhenAll(said)).SelectMany(all => all.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.True(lines.Length == 2 * Times, string.Concat(await Task.WhenAll(errors)));

        KeyRingSummary ring = (await host.Keys.GetAsync(host.Actor))!;
        output.WriteLine($"{lines.Length} rotations, {lines.Count(line => line == "lost")} of them lost a race; {ring.Keys.Length} keys");
        Assert.Single(ring.Keys, key => key.State == KeyState.Active);
        Assert.InRange(ring.Keys.Length, Times, (2 * Times) + 1);
        Assert.Equal(VaultHost.Content(50_000), await host.PlayAsync(VaultHost.Recording));
        await host.Keys.RewrapAsync(host.Actor);
        Assert.Equal(VaultHost.Content(50_000), await host.PlayAsync(VaultHost.Recording));
    }
}

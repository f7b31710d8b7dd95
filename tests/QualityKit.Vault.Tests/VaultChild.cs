using QualityKit.Keys;
using QualityKit.Services;

namespace QualityKit.Vault.Tests;

/// <summary>What a child does to a vault, until its kill switch ends it.</summary>
internal static class VaultChild
{
    public const int ContentBytes = 300_000;

    /// <summary>One operation; prints how many calls of stores it took.</summary>
    public static async Task<int> Run(string folder, string operation, int killAt)
    {
        var kill = new KillSwitch(killAt);
        await using VaultHost host = await VaultHost.OpenAsync(folder, kill);
        kill.IsArmed = true;
        await OperateAsync(host, operation);
        kill.IsArmed = false;
        Console.WriteLine(kill.Calls);
        return 0;
    }

    /// <summary>Always the same command, so that who comes after goes on.</summary>
    public static async Task OperateAsync(VaultHost host, string operation)
    {
        switch (operation)
        {
            case "store":
                await host.StoreAsync(VaultHost.Recording, VaultHost.Content(ContentBytes), new("store-1"));
                break;
            case "delete":
                await host.Recordings.DeleteAsync(host.Actor, VaultHost.Recording, new("delete-1"));
                break;
            case "reencrypt":
                await host.Recordings.ReencryptAsync(host.Actor, VaultHost.Recording, new("reencrypt-1"));
                break;
            case "copy":
                await host.Recordings.VerifyAsync(host.Actor, VaultHost.Recording);
                break;
            case "rotate":
                KeyRingSummary ring = (await host.Keys.GetAsync(host.Actor))!;
                ring = await host.Keys.RotateAsync(host.Actor, ring.Keys[0].Id, new("rotate-1"));
                await host.Keys.ActivateAsync(host.Actor, ring.Keys[1].Id, new("activate-1"));
                break;
            case "rewrap":
                await host.Keys.RewrapAsync(host.Actor);
                break;
            default:
                throw new ArgumentException($"there is no operation `{operation}`", nameof(operation));
        }
    }

    /// <summary>Stores one recording; prints whether it is stored.</summary>
    public static async Task<int> Store(string folder, int bytes)
    {
        await using VaultHost host = await VaultHost.OpenAsync(folder);
        try
        {
            await host.StoreAsync(VaultHost.Recording, VaultHost.Content(bytes));
            Console.WriteLine("stored");
            return 0;
        }
        catch (Storage.Errors.StorageUnavailableException problem)
        {
            Console.WriteLine($"unavailable: {problem.Message}");
            return 1;
        }
    }

    /// <summary>Writes plaintext as no vault does: what shows that the search for it finds it.</summary>
    public static async Task<int> Leak(string folder, int bytes)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "leak"), VaultHost.Content(bytes));
        return 0;
    }

    /// <summary>Rotates a number of times beside others who do; prints each key that this process made active.</summary>
    public static async Task<int> Rotate(string folder, int times)
    {
        await using VaultHost host = await VaultHost.OpenAsync(folder);
        for (int time = 0; time < times; time++)
        {
            try
            {
                KeyRingSummary ring = (await host.Keys.GetAsync(host.Actor))!;
                RingKeyId active = ring.Keys.Single(key => key.State == KeyState.Active).Id;
                ring = await host.Keys.RotateAsync(host.Actor, active);
                RingKeySummary? pending = ring.Keys.FirstOrDefault(key => key.State == KeyState.Pending);
                if (pending is not null)
                {
                    await host.Keys.ActivateAsync(host.Actor, pending.Id);
                }

                Console.WriteLine("rotated");
            }
            catch (Exception lost) when (lost is ConcurrencyConflictException or Validation.ValidationFailedException)
            {
                Console.WriteLine("lost");
            }
        }

        return 0;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Keys;
using QualityKit.Services;

namespace QualityKit.RecordingBenchmark;

/// <summary>The vault from end to end: storing with and without the tree, and wrapping anew over each store of documents.</summary>
internal static class Vault
{
    private const int Large = 256 << 20;
    private const int Recordings = 2000;

    public static async Task RunAsync(string folder, string connection, int rounds)
    {
        await StoreAsync(folder, rounds);
        foreach (string store in (string[])["memory", "SQLite", "PostgreSQL"])
        {
            await RewrapAsync(store, folder, connection);
        }
    }

    private static async Task StoreAsync(string folder, int rounds)
    {
        byte[] content = RandomNumberGenerator.GetBytes(Large);
        await using VaultHost without = await VaultHost.OpenAsync("SQLite", folder, "", takesTree: false);
        await using VaultHost with = await VaultHost.OpenAsync("SQLite", folder, "", takesTree: true);
        var plain = new Contestant("stored without the tree", () => Contestant.ByProcessor(Large, () => without.StoreAsync(content).GetAwaiter().GetResult()));
        var tree = new Contestant("stored with the tree", () => Contestant.ByProcessor(Large, () => with.StoreAsync(content).GetAwaiter().GetResult()));
        for (int round = 0; round < rounds; round++)
        {
            plain.Run();
            tree.Run();
        }

        Console.WriteLine($"256 MiB through RecordingService into files, {rounds} rounds in turns");
        Console.WriteLine("| contestant | GB a second of processor | lowest to highest | times as fast, median of pairs |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        Console.WriteLine(plain.Line(null));
        Console.WriteLine(tree.Line(plain));
    }

    private static async Task RewrapAsync(string store, string folder, string connection)
    {
        await using VaultHost host = await VaultHost.OpenAsync(store, folder, connection, takesTree: true);
        byte[] content = new byte[1000];
        for (int recording = 0; recording < Recordings; recording++)
        {
            await host.StoreAsync(content);
        }

        KeyRingSummary ring = (await host.Keys.GetAsync(host.Ada))!;
        ring = await host.Keys.RotateAsync(host.Ada, ring.Keys[0].Id);
        await host.Keys.ActivateAsync(host.Ada, ring.Keys.Single(key => key.State == KeyState.Pending).Id);
        long start = Stopwatch.GetTimestamp();
        RewrapReport report = await host.Keys.RewrapAsync(host.Ada, most: 10_000);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(report.Rewrapped == Recordings && !report.HasMore
            ? string.Create(CultureInfo.InvariantCulture, $"wrapped anew over {store}, end to end: {Recordings / seconds:#,0} a second by the clock")
            : $"over {store} {report.Rewrapped} of {Recordings} were wrapped anew: this is no result");
    }
}

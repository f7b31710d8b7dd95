using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Recordings to store.</summary>
internal static class Recorded
{
    public static readonly RecordingId Id = new("rec-1");
    public static readonly PlaybackSession Session = new("s-1");

    public static RecordingMetadata Of(string id = "rec-1", string call = "call-1") => new()
    {
        Id = new(id),
        Interaction = new(call),
        Media = MediaKind.Audio,
        ContentType = "audio/wav",
        Offset = TimeSpan.FromSeconds(2),
        Duration = TimeSpan.FromSeconds(10),
        Bookmarks = [new() { At = TimeSpan.FromSeconds(3), Name = "greeting" }],
        Gaps = [new() { From = TimeSpan.FromSeconds(5), Until = TimeSpan.FromSeconds(6), Reason = GapReason.SecurePause }],
        Attributes = AttributeSet.Empty.With("tier", AttributeValue.Of("gold")),
    };

    public static byte[] Bytes(int length, byte seed = 1)
    {
        byte[] bytes = new byte[length];
        for (int position = 0; position < length; position++)
        {
            bytes[position] = (byte)(position ^ (position >> 8) ^ (position >> 16) ^ seed);
        }

        return bytes;
    }

    public static async Task<Center> ReportedAsync(string store = StoreNames.InMemory, Outside? outside = null, params string[] calls)
    {
        Center center = await Center.OpenAsync(store, outside: outside);
        foreach (string call in calls.Length > 0 ? calls : ["call-1"])
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call(call), Reported.Keep(1), new CommandId($"report {call}"));
        }

        return center;
    }

    public static Task<RecordingReceipt> StoreAsync(Center center, byte[] bytes, string id = "rec-1", string call = "call-1", string? command = null) =>
        center.Recordings.StoreAsync(Center.Bot, new MemoryStream(bytes), Of(id, call), bytes.Length, command is null ? null : new CommandId(command));

    public static async Task<byte[]> ReadAsync(Center center, string id = "rec-1", string session = "s-1")
    {
        await using RecordingPlayback playback = await center.Recordings.OpenAsync(Center.Sue, new(id), new(session));
        using var bytes = new MemoryStream();
        await playback.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>What the audit says of recordings and their playback, in order.</summary>
    public static async Task<List<string>> AuditAsync(Center center, string kind = "recording", string id = "rec-1")
    {
        var lines = new List<string>();
        await foreach (Persistence.JournalEntry entry in new Persistence.Journal(center.Documents, Center.Keys).OfAsync(new(Center.Tenant.Value, kind, id), CancellationToken.None))
        {
            lines.AddRange(entry.Lines.Where(line => line.Place.Kind == kind && line.Place.Id == id)
                .Select(line => $"{line.Fact!.Actor} {line.Fact.Action} {string.Join(' ', line.Fact.Facts.Select(fact => $"{fact.Name}={fact.Value}"))}"));
        }

        return lines;
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

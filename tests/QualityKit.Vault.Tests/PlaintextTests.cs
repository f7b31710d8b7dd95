using System.Buffers.Binary;
using Xunit.Abstractions;

namespace QualityKit.Vault.Tests;

/// <summary>Failure story 12: nothing plaintext on disk, in no file, not for a moment.</summary>
public sealed class PlaintextTests(ITestOutputHelper output)
{
    private const int Bytes = 1_000_000;
    private const int Window = 32;

    [StraceFact]
    public async Task No_system_call_that_writes_carries_32_bytes_of_the_plaintext()
    {
        using var folder = new TempFolder();
        await using (VaultHost host = await VaultHost.OpenAsync(folder.Path))
        {
            await host.ReportAsync();
        }

        (int calls, long bytes, int found) = await SearchAsync("store-one", folder.Path);
        (_, _, int leaked) = await SearchAsync("leak", folder.Path);

        output.WriteLine($"{calls} calls wrote {bytes} bytes; {found} windows of plaintext in them, and {leaked} where it was written on purpose");
        Assert.True(leaked > 0, "plaintext is not found where it is written: the search sees nothing");
        Assert.True(bytes > Bytes, $"only {bytes} bytes were seen");
        Assert.Equal(0, found);
    }

    private static async Task<(int Calls, long Bytes, int Found)> SearchAsync(string role, string folder)
    {
        string trace = Path.GetTempFileName();
        try
        {
            (int code, string said, string errors) = await Child.Run(
                ["strace", "-f", "-qq", "-xx", "-s", "2000000", "-o", trace, "-e", "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg", .. Child.Command(role, folder, $"{Bytes}")]);
            Assert.True(code == 0, $"{said} {errors}");
            var plaintext = new Windows(VaultHost.Content(Bytes));
            (int calls, long bytes, int found) = (0, 0, 0);
            foreach (byte[] written in File.ReadLines(trace).SelectMany(Written))
            {
                calls++;
                bytes += written.Length;
                found += plaintext.CountIn(written);
            }

            return (calls, bytes, found);
        }
        finally
        {
            File.Delete(trace);
        }
    }

    /// <summary>The bytes of a line of the trace: what stands between quotes, as <c>\x2a</c> each.</summary>
    private static IEnumerable<byte[]> Written(string line)
    {
        string[] parts = line.Split('"');
        for (int part = 1; part < parts.Length; part += 2)
        {
            yield return Convert.FromHexString(parts[part].Replace("\\x", "", StringComparison.Ordinal));
        }
    }

    /// <summary>All windows of some bytes, found by their first eight.</summary>
    private sealed class Windows
    {
        private readonly byte[] _bytes;
        private readonly Dictionary<ulong, int> _places = [];

        public Windows(byte[] bytes)
        {
            _bytes = bytes;
            for (int place = 0; place + Window <= bytes.Length; place++)
            {
                _places[BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(place))] = place;
            }
        }

        public int CountIn(ReadOnlySpan<byte> written)
        {
            int found = 0;
            for (int at = 0; at + Window <= written.Length; at++)
            {
                found += _places.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(written[at..]), out int place)
                    && written.Slice(at, Window).SequenceEqual(_bytes.AsSpan(place, Window)) ? 1 : 0;
            }

            return found;
        }
    }
}

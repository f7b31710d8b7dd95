using System.Buffers;
using System.Security.Cryptography;
using QualityKit.Audio;
using QualityKit.Services.Tests.Stores;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Recordings;

/// <summary>Rule 23: buffers of audio are our own. What lies in the shared pool anybody in the process gets, and a dump has it long after.</summary>
public sealed class PlaintextMemoryTests
{
    private const int Seen = 64;
    private static readonly byte[] Sound = Noise();
    private static readonly int[] Sizes = [4096, 16_384, 81_920, 262_144];

    private static readonly Dictionary<string, Func<Center, Task>> Ways = new()
    {
        ["store"] = _ => Task.CompletedTask,
        ["verify"] = async center => Assert.True((await center.Recordings.VerifyAsync(Center.Ada, Recorded.Id)).IsIntact),
        ["scrub"] = async center => Assert.Equal(1, (await center.Recordings.ScrubAsync(Center.Ada, TimeSpan.Zero)).Verified),
        ["copy"] = center => PlayAsync(center, content => content.CopyToAsync(Stream.Null)),
        ["copy in pieces"] = center => PlayAsync(center, content => content.CopyToAsync(Stream.Null, 4096)),
        ["measure"] = center => center.Recordings.MeasureAsync(Center.Sue, Recorded.Id, Recorded.Session),
        ["draw"] = center => center.Recordings.WaveformAsync(Center.Sue, Recorded.Id, Recorded.Session),
        ["export"] = center => center.Recordings.ExportAsync(Center.Ada, Recorded.Id, [ExportRecipient.Passphrase("correct horse battery")], Stream.Null),
        ["encrypt anew"] = center => center.Recordings.ReencryptAsync(Center.Ada, Recorded.Id),
        ["redact"] = center => center.Recordings.RedactAsync(Center.Ada, Recorded.Id, new RecordingRedaction { Ranges = [new() { From = TimeSpan.FromSeconds(1), Until = TimeSpan.FromSeconds(2) }] }),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_is_done_with_a_recording_nothing_of_it_is_in_the_shared_pool_afterwards(string way)
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Sound);
        center.Time.Advance(TimeSpan.FromMinutes(1));

        await Ways[way](center);

        Assert.Equal(0, Found(Sound));
    }

    [Fact]
    public async Task Audio_code_that_copies_what_it_reads_leaves_nothing_in_the_shared_pool()
    {
        await using Center center = await Recorded.ReportedAsync();
        await Recorded.StoreAsync(center, Sound);

        // The search runs on the thread of the copy: what a thread gave back last is there for that thread first.
        await PlayAsync(center, async content => Assert.Equal(0, await AsyncAudio.ReadAsync(content, stream =>
        {
            stream.CopyTo(Stream.Null);
            return Found(Sound);
        })));
    }

    [Fact]
    public async Task The_search_finds_what_a_stream_of_the_framework_leaves_there()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(400_000);

        await new Plain(bytes).CopyToAsync(Stream.Null);

        Assert.True(Found(bytes) > 0, "the search sees nothing");
    }

    private static async Task PlayAsync(Center center, Func<Stream, Task> use)
    {
        await using RecordingPlayback playback = await center.Recordings.OpenAsync(Center.Sue, Recorded.Id, Recorded.Session);
        await use(playback.Content);
    }

    /// <summary>In how many buffers of the shared pool some of the bytes are.</summary>
    private static int Found(byte[] bytes)
    {
        List<byte[]> rented = [.. Sizes.SelectMany(size => Enumerable.Range(0, 64).Select(_ => ArrayPool<byte>.Shared.Rent(size)))];
        int found = rented.Count(buffer => Enumerable.Range(72, 26).Any(place => buffer.AsSpan().IndexOf(bytes.AsSpan(place * 4000, Seen)) >= 0));
        rented.ForEach(buffer => ArrayPool<byte>.Shared.Return(buffer, clearArray: true));
        return found;
    }

    // In one array: what the test itself left on the heap would be found in arrays that the pool makes of it.
    private static byte[] Noise()
    {
        byte[] wave = new byte[410_000];
        byte[] piece = new byte[4000];
        WaveWriter writer = WaveWriter.Start(new MemoryStream(wave), AudioFormat.MuLaw(Calls.Rate, channels: 2), frames: 200_000);
        while (writer.Frames < 200_000)
        {
            RandomNumberGenerator.Fill(piece);
            writer.WriteBytes(piece);
        }

        writer.Complete();
        CryptographicOperations.ZeroMemory(piece);
        return wave;
    }

    private sealed class Plain(byte[] bytes) : Stream
    {
        private int _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => bytes.Length;

        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Give(buffer.Span));

        public override int Read(byte[] buffer, int offset, int count) => Give(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Give(Span<byte> buffer)
        {
            int taken = Math.Min(buffer.Length, bytes.Length - _given);
            bytes.AsSpan(_given, taken).CopyTo(buffer);
            _given += taken;
            return taken;
        }
    }
}

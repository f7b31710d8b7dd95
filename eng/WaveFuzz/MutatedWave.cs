using System.Buffers.Binary;
using QualityKit.Audio;

namespace QualityKit.WaveFuzz;

/// <summary>A right file with a few things wrong, by its number: the same number is the same file.</summary>
internal static class MutatedWave
{
    private const int Changes = 4;
    private const int Start = 12;

    // Sizes and numbers at which readers stumble.
    private static readonly uint[] Numbers = [0, 1, 2, 7, 15, 16, 17, 36, 255, 0xFFFE, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF7, 0xFFFFFFF8, 0xFFFFFFFE, 0xFFFFFFFF];

    private static readonly byte[][] Fragments =
    [
        "RIFF"u8.ToArray(), "RF64"u8.ToArray(), "WAVE"u8.ToArray(), "fmt "u8.ToArray(), "data"u8.ToArray(), "ds64"u8.ToArray(), "fact"u8.ToArray(), "LIST"u8.ToArray(),
        [0], new byte[8], [.. "LIST"u8, 0, 0, 0, 0], [.. "data"u8, 0, 0, 0, 0], [.. "ds64"u8, 28, 0, 0, 0], [.. "note"u8, 3, 0, 0, 0, 1, 2, 3],
    ];

    private static readonly byte[][] Right = [.. Formats().SelectMany(Files)];

    public static byte[] Of(int number)
    {
        var random = new Random(number);
        List<byte> file = [.. Right[random.Next(Right.Length)]];
        for (int change = random.Next(1, Changes + 1); change > 0 && file.Count > 0; change--)
        {
            Change(file, random);
        }

        return [.. file];
    }

    private static void Change(List<byte> file, Random random)
    {
        int place = Place(file.Count, random);
        int length = Math.Min(random.Next(1, 24), file.Count - place);
        switch (random.Next(7))
        {
            case 0:
                file[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                file[place] = (byte)random.Next(256);
                break;
            case 2:
                file.RemoveRange(place, length);
                break;
            case 3:
                file.InsertRange(place, file.GetRange(place, length));
                break;
            case 4:
                file.InsertRange(place, Fragments[random.Next(Fragments.Length)]);
                break;
            case 5:
                int cut = random.Next(file.Count);
                file.RemoveRange(cut, file.Count - cut);
                break;
            default:
                Put(file, place & ~1, Numbers[random.Next(Numbers.Length)]);
                break;
        }
    }

    // Most of what can go wrong is in front, but a file that does not begin as one is soon refused.
    private static int Place(int count, Random random)
    {
        int first = random.Next(8) == 0 || count <= Start ? 0 : Start;
        return random.Next(first, random.Next(4) == 0 ? count : Math.Min(count, Start + 100));
    }

    private static void Put(List<byte> file, int place, uint number)
    {
        for (int at = place; at < Math.Min(place + 4, file.Count); at++)
        {
            file[at] = (byte)(number >> (8 * (at - place)));
        }
    }

    private static IEnumerable<AudioFormat> Formats() =>
    [
        AudioFormat.Pcm(8000, 1), AudioFormat.Pcm(16000, 2, 8), AudioFormat.Pcm(48000, 2, 24), AudioFormat.Pcm(8000, 3, 32), AudioFormat.ALaw(8000, 2), AudioFormat.MuLaw(8000, 1),
    ];

    // Short, with all that a header can have: seekable and not, and as RF64 by hand.
    private static IEnumerable<byte[]> Files(AudioFormat format)
    {
        short[] frames = [.. Enumerable.Range(0, format.Channels * 33).Select(sample => (short)(sample * 991))];
        using var stream = new MemoryStream();
        var writer = WaveWriter.Start(stream, format);
        writer.Write(frames);
        byte[] open = stream.ToArray();
        writer.Complete();
        byte[] complete = stream.ToArray();
        return [open, complete, [.. complete, .. "LIST"u8, 4, 0, 0, 0, 1, 2, 3, 4], Long(complete, frames.Length / format.Channels)];
    }

    private static byte[] Long(byte[] complete, int frames)
    {
        byte[] file = [.. complete];
        "RF64"u8.CopyTo(file);
        "ds64"u8.CopyTo(file.AsSpan(12));
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(20), file.Length - 8);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(28), file.Length - file.AsSpan().IndexOf("data"u8) - 8);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(36), frames);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.AsSpan().IndexOf("data"u8) + 4), uint.MaxValue);
        return file;
    }
}

using System.IO.Compression;

namespace BatchScoring.Reading;

/// <summary>Tells gzip from plain text by its first two bytes, so that a name or a pipe does not matter.</summary>
internal static class Gzip
{
    public static Stream Open(Stream input)
    {
        byte[] start = new byte[2];
        int length = input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new RejoinedStream(start.AsMemory(0, length), input);
        return length == 2 && start is [0x1F, 0x8B] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}

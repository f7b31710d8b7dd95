using System.Globalization;

namespace QualityKit.Vault.Tests;

/// <summary>The memory of another process, as Linux shows it to its parent.</summary>
internal static class ProcessMemory
{
    private const int Piece = 1 << 20;

    /// <summary>How often each of some bytes occurs.</summary>
    public static int[] Count(int process, byte[][] searched)
    {
        int[] found = new int[searched.Length];
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        foreach (string line in File.ReadLines($"/proc/{process}/maps").Where(line => line.Split(' ')[1].StartsWith("rw", StringComparison.Ordinal)))
        {
            string[] ends = line.Split(' ')[0].Split('-');
            Search(memory, long.Parse(ends[0], NumberStyles.HexNumber), long.Parse(ends[1], NumberStyles.HexNumber), searched, found);
        }

        return found;
    }

    private static void Search(FileStream memory, long from, long to, byte[][] searched, int[] found)
    {
        int overlap = searched.Max(bytes => bytes.Length) - 1;
        byte[] buffer = new byte[Piece + overlap];
        int kept = 0;
        while (from < to)
        {
            int read;
            try
            {
                memory.Position = from;
                read = memory.Read(buffer, kept, (int)Math.Min(Piece, to - from));
            }
            catch (IOException)
            {
                // A page that is reserved and was never used.
                read = 0;
            }

            if (read == 0)
            {
                from += 4096;
                kept = 0;
                continue;
            }

            ReadOnlySpan<byte> seen = buffer.AsSpan(0, kept + read);
            for (int one = 0; one < searched.Length; one++)
            {
                // What lies in the part that was kept whole was counted before.
                int start = Math.Max(0, kept - searched[one].Length + 1);
                found[one] += seen[start..].Count(searched[one]);
            }

            int keeps = Math.Min(overlap, seen.Length);
            seen[^keeps..].CopyTo(buffer);
            kept = keeps;
            from += read;
        }
    }
}

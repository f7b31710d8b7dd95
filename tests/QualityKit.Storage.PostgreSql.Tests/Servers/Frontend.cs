using System.Buffers.Binary;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>The messages that a client of PostgreSQL sends: a letter, a length that counts itself, and what it says.</summary>
internal static class Frontend
{
    /// <summary>Where the n-th message that executes a statement ends; the end of the piece where there are fewer.</summary>
    public static int EndOfStatement(ReadOnlySpan<byte> piece, int number)
    {
        int position = 0;
        while (position + 5 <= piece.Length)
        {
            bool executes = piece[position] == (byte)'E';
            position += 1 + BinaryPrimitives.ReadInt32BigEndian(piece[(position + 1)..]);
            if (executes && --number == 0)
            {
                return Math.Min(position, piece.Length);
            }
        }

        return piece.Length;
    }
}

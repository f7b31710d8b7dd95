using System.Text;

namespace QualityKit.Storage.Documents;

/// <summary>What may be a key, an id or an indexed text: well-formed UTF-16 without NUL, so that every database can hold it.</summary>
internal static class StoreText
{
    private const int NameLength = 64;

    public static void Guard(string value, int mostBytes, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        GuardText(value, mostBytes, parameter);
    }

    /// <summary>As <see cref="Guard"/>, but the text may be empty.</summary>
    public static void GuardText(string value, int mostBytes, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("contains a NUL, which no database has to hold", parameter);
        }

        if (!IsWellFormed(value))
        {
            throw new ArgumentException("contains half of a surrogate pair, which has no UTF-8", parameter);
        }

        int bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes > mostBytes)
        {
            throw new ArgumentException($"has {bytes} bytes of UTF-8, at most {mostBytes} are allowed", parameter);
        }
    }

    /// <summary>Names of collections, indexes and fields become names of tables and columns, so they are plain.</summary>
    public static void GuardName(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        bool isPlain = value.Length <= NameLength && char.IsAsciiLetterLower(value[0])
            && value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        if (!isPlain)
        {
            throw new ArgumentException($"`{value}` is not 1 to {NameLength} lower-case letters, digits or `-`, starting with a letter", parameter);
        }
    }

    private static bool IsWellFormed(string value)
    {
        ReadOnlySpan<char> rest = value;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int taken) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[taken..];
        }

        return true;
    }
}

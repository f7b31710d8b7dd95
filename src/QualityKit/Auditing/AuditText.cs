namespace QualityKit.Auditing;

/// <summary>What may stand in an audit entry: codes and ids, short and whole, so that what is hashed can be written in one way only.</summary>
internal static class AuditText
{
    public const int MostLetters = 512;

    private const int MostCodeLetters = 64;

    public static void GuardCode(string? value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        if (!IsCode(value))
        {
            throw new ArgumentException($"`{value}` is not 1 to {MostCodeLetters} letters, digits, `-` or `.`", parameter);
        }
    }

    public static void GuardText(string? value, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        if (!IsText(value))
        {
            throw new ArgumentException($"is longer than {MostLetters} characters, or holds a control character or half a character", parameter);
        }
    }

    public static bool IsCode(string value) =>
        value.Length is > 0 and <= MostCodeLetters && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');

    public static bool IsText(string value)
    {
        if (value.Length is 0 or > MostLetters)
        {
            return false;
        }

        for (int position = 0; position < value.Length; position++)
        {
            if (position + 1 < value.Length && char.IsSurrogatePair(value[position], value[position + 1]))
            {
                position++;
            }
            else if (char.IsSurrogate(value[position]) || char.IsControl(value[position]))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Text;

namespace QualityKit.Interactions;

/// <summary>An id as a host writes it: 1 to 128 bytes of UTF-8, no control character, no half of a surrogate pair, as stores and audit ask for.</summary>
internal static class ExternalId
{
    public const int MostBytes = 128;

    public static bool IsValid(string? id) =>
        !string.IsNullOrEmpty(id) && id.Length <= MostBytes && !id.Any(char.IsControl) && IsUnicode(id) && Encoding.UTF8.GetByteCount(id) <= MostBytes;

    /// <summary>Whether a text has no half of a surrogate pair.</summary>
    public static bool IsUnicode(string text)
    {
        for (int position = 0; position < text.Length; position++)
        {
            if (position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]))
            {
                position++;
            }
            else if (char.IsSurrogate(text[position]))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Text;
using System.Text.Unicode;

namespace QualityKit.Encryption;

/// <summary>UTF-8 that is what it says, so that one text has one form in bytes.</summary>
internal static class StrictText
{
    /// <summary>The text; null when the bytes are not UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
}

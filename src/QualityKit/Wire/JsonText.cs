using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>The door for JSON that somebody sent: what passes is well formed, of bounded size and depth, and Unicode throughout.</summary>
internal static class JsonText
{
    /// <summary>The most bytes of a document.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The most levels of objects and arrays.</summary>
    public const int MostLevels = 128;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Opens a document; a byte order mark before it is passed over.</summary>
    /// <returns>The document, which the caller disposes of; null when there are issues.</returns>
    public static JsonDocument? Open(ReadOnlySpan<byte> utf8, Place root)
    {
        if (utf8.Length > MostBytes)
        {
            root.Report(IssueCodes.JsonTooLarge, ("limit", MostBytes));
            return null;
        }

        ReadOnlySpan<byte> text = utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        if (!Utf8.IsValid(text))
        {
            ReportInvalidUtf8(text, root);
            return null;
        }

        if (!IsReadable(text, root))
        {
            return null;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostLevels + 2 });
        return JsonDocument.ParseValue(ref reader);
    }

    /// <summary>The UTF-8 of a text.</summary>
    /// <returns>The bytes; null when there are issues.</returns>
    public static byte[]? Encode(string json, Place root)
    {
        if (json.Length > MostBytes)
        {
            root.Report(IssueCodes.JsonTooLarge, ("limit", MostBytes));
            return null;
        }

        int unpaired = FirstUnpaired(json);
        if (unpaired < 0)
        {
            return Encoding.UTF8.GetBytes(json);
        }

        ReadOnlySpan<char> before = json.AsSpan(0, unpaired);
        root.Report(IssueCodes.JsonNotUtf8, ("line", before.Count('\n') + 1), ("position", unpaired - before.LastIndexOf('\n')));
        return null;
    }

    // Half of a surrogate pair has no UTF-8; encoding would put another character in its place.
    private static int FirstUnpaired(string json)
    {
        for (int position = 0; position < json.Length; position++)
        {
            if (!char.IsSurrogate(json[position]))
            {
                continue;
            }

            if (position + 1 == json.Length || !char.IsSurrogatePair(json[position], json[position + 1]))
            {
                return position;
            }

            position++;
        }

        return -1;
    }

    private static bool IsReadable(ReadOnlySpan<byte> text, Place root)
    {
        var path = new JsonPath(root);
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostLevels + 2 });
            while (reader.Read())
            {
                path.Follow(ref reader);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MostLevels)
                {
                    path.Place.Report(IssueCodes.JsonTooDeep, ("limit", MostLevels));
                    return false;
                }
            }
        }
        catch (JsonException malformed)
        {
            (long line, long column) = Position(text, malformed.LineNumber ?? 0, malformed.BytePositionInLine ?? 0);
            root.Report(IssueCodes.JsonMalformed, ("line", line), ("position", column));
        }

        return !root.Issues.HasErrors;
    }

    private static void ReportInvalidUtf8(ReadOnlySpan<byte> text, Place root)
    {
        int valid = 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            valid += length;
        }

        ReadOnlySpan<byte> before = text[..valid];
        (long line, long column) = Position(text, before.Count((byte)'\n'), valid - (before.LastIndexOf((byte)'\n') + 1));
        root.Report(IssueCodes.JsonNotUtf8, ("line", line), ("position", column));
    }

    // Counted from 1, in characters, as editors do.
    private static (long Line, long Column) Position(ReadOnlySpan<byte> text, long line, long bytes)
    {
        ReadOnlySpan<byte> rest = text;
        for (long skipped = 0; skipped < line; skipped++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        int characters = 0;
        foreach (byte unit in rest[..(int)Math.Min(bytes, rest.Length)])
        {
            characters += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return (line + 1, characters + 1);
    }
}

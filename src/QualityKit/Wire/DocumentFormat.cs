using System.Text;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>A format of documents: its name, its table, and what is checked before it is read.</summary>
/// <param name="name">The format and its version.</param>
/// <param name="table">What a document holds.</param>
/// <param name="checkSize">Reports what is too large to be read.</param>
internal sealed class DocumentFormat<T>(string name, ObjectTable<T> table, Action<JsonElement, Place> checkSize)
    where T : class
{
    /// <summary>The JSON Schema, draft 2020-12.</summary>
    public string Schema => SchemaWriter.Write(name, table);

    /// <summary>Reads a document.</summary>
    /// <returns>What was read, in whole or in part; null when there is nothing to read.</returns>
    public T? Read(ReadOnlySpan<byte> utf8, ReadIssues issues)
    {
        Place root = Place.Root(issues);
        using JsonDocument? document = JsonText.Open(utf8, root);
        if (document is null)
        {
            return null;
        }

        FormatVersion.Check(document.RootElement, name, root);
        checkSize(document.RootElement, root);
        return !issues.HasErrors && table.TryRead(document.RootElement, root, out T? value) ? value : null;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, ReadIssues)"/>
    public T? Read(string json, ReadIssues issues)
    {
        Place root = Place.Root(issues);
        if (json.Length > JsonText.MostBytes)
        {
            root.Report(IssueCodes.JsonTooLarge, ("limit", JsonText.MostBytes));
            return null;
        }

        int unpaired = FirstUnpaired(json);
        if (unpaired < 0)
        {
            return Read(Encoding.UTF8.GetBytes(json), issues);
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
}

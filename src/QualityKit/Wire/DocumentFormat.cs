using System.Text.Json;

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
        return JsonText.Encode(json, Place.Root(issues)) is { } utf8 ? Read(utf8, issues) : null;
    }
}

using System.Buffers.Text;
using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The end of a page as text that a caller brings back. It says where to go on and nothing about rights: those are asked for again.</summary>
internal static class PageToken
{
    private const string Format = "qualitykit.page/1";

    /// <summary>The text.</summary>
    /// <param name="part">Which of several queries.</param>
    /// <param name="end">Where its page ended; null to begin it.</param>
    public static string Write(int part, PageEnd? end) => Base64Url.EncodeToString(StoredObject.Document(Format, json =>
    {
        json.Number("part", part);
        json.Text("id", end?.Id);
        json.Array("values", end?.Values ?? [], (member, value) =>
        {
            member.Choice("kind", value.Kind);
            member.Text("text", value.Kind == IndexKind.Text ? value.AsText : null);
            member.Number("integer", value.AsInteger);
        });
    }));

    /// <summary>What a text says.</summary>
    /// <exception cref="ArgumentException">It is no such text.</exception>
    public static (int Part, PageEnd? End) Read(string? token, string parameter)
    {
        if (token is null)
        {
            return (0, null);
        }

        try
        {
            var document = new Document { Key = new("page", "token"), Version = new("1"), Body = Base64Url.DecodeFromChars(token) };
            return StoredReader.Document(document, Format, json => ((int)json.Number("part"), json.Has("id") ? new PageEnd(Values(json), json.Text("id")) : null));
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException)
        {
            throw new ArgumentException("is not what a page gave to go on with", parameter, problem);
        }
    }

    private static ImmutableArray<IndexValue> Values(StoredReader json) => json.Array("values", member => member.Choice<IndexKind>("kind") == IndexKind.Text
        ? IndexValue.Of(member.Text("text"))
        : IndexValue.FromInteger(member.Choice<IndexKind>("kind"), (long)member.Number("integer")));
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityKit.Tests.Exchange;

/// <summary>Every way to take one member or element out of a document, or to change one value in it.</summary>
internal static class DocumentChanges
{
    /// <summary>The pointer of each value that holds no others, and the document without it and with another in its place.</summary>
    public static IEnumerable<(string Pointer, string[] Changed)> Of(string json)
    {
        foreach (string pointer in Pointers(JsonNode.Parse(json)!, "").ToArray())
        {
            yield return (pointer, [.. new[] { Edited(json, pointer, isRemoval: true), Edited(json, pointer, isRemoval: false) }.OfType<string>().Distinct()]);
        }
    }

    private static IEnumerable<string> Pointers(JsonNode node, string pointer)
    {
        IEnumerable<(string Segment, JsonNode? Node)> inner = node switch
        {
            JsonObject members => members.Select(member => (member.Key, member.Value)),
            JsonArray elements => elements.Select((element, position) => ($"{position}", element)),
            _ => [],
        };
        foreach ((string segment, JsonNode? child) in inner)
        {
            string at = $"{pointer}/{segment}";
            if (child is not (JsonObject or JsonArray))
            {
                yield return at;
            }

            foreach (string deeper in child is null ? [] : Pointers(child, at))
            {
                yield return deeper;
            }
        }
    }

    private static string? Edited(string json, string pointer, bool isRemoval)
    {
        JsonNode root = JsonNode.Parse(json)!;
        string[] segments = pointer.Split('/')[1..];
        JsonNode owner = segments[..^1].Aggregate(root, (node, segment) => node is JsonArray array ? array[int.Parse(segment)]! : node[segment]!);
        if (owner is JsonArray elements)
        {
            int position = int.Parse(segments[^1]);
            JsonNode? other = isRemoval ? null : Other(elements[position]!);
            if (isRemoval)
            {
                elements.RemoveAt(position);
            }
            else if (other is not null)
            {
                elements[position] = other;
            }
        }
        else if (isRemoval)
        {
            owner.AsObject().Remove(segments[^1]);
        }
        else if (Other(owner[segments[^1]]!) is { } other)
        {
            owner[segments[^1]] = other;
        }

        return root.ToJsonString();
    }

    private static JsonNode? Other(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => node.GetValue<decimal>() + 1,
        JsonValueKind.String => node.GetValue<string>() + "x",
        _ => null,
    };
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace QualityKit.Exchange.Genesys;

/// <summary>Predicates and the one operation that combines them.</summary>
/// <param name="Operation">AND or OR; of a single predicate it says nothing.</param>
/// <param name="Paths">The predicates.</param>
internal sealed record GenesysPredicates(string Operation, ImmutableArray<string> Paths)
{
    /// <summary>Several as one; null when one of them is, or combines in the other way.</summary>
    public static GenesysPredicates? Join(string operation, IEnumerable<GenesysPredicates?> parts)
    {
        GenesysPredicates?[] all = [.. parts];
        if (all is [{ } only])
        {
            return only;
        }

        return all.All(part => part is not null && (part.Operation == operation || part.Paths.Length == 1))
            ? new(operation, [.. all.SelectMany(part => part!.Paths)])
            : null;
    }

    public JsonObject ToJson() => new()
    {
        ["combiningOperation"] = Paths.Length == 1 ? "AND" : Operation,
        ["predicates"] = new JsonArray([.. Paths.Select(path => JsonValue.Create(path))]),
    };
}

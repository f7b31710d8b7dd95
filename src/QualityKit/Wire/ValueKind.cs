using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>What a value in a document must be: one description from which it is read and from which the schema is made.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
internal abstract class ValueKind<T>
{
    /// <summary>Reads a value, or reports all that is wrong with it.</summary>
    /// <returns>Whether there is a value; an object is one even when some of its members could not be read.</returns>
    public abstract bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes the members of the schema of such a value.</summary>
    public abstract void Describe(SchemaWriter schema);

    /// <summary>The same value read as something else.</summary>
    public ValueKind<TResult> As<TResult>(Func<T, TResult> convert) => new ConvertedKind<T, TResult>(this, convert);

    private protected static bool Is(JsonElement json, JsonValueKind kind, Place place)
    {
        if (json.ValueKind == kind)
        {
            return true;
        }

        ReportKind(json, place, NameOf(kind));
        return false;
    }

    /// <summary>Reports a value of the wrong kind.</summary>
    internal static void ReportKind(JsonElement json, Place place, params ImmutableArray<string> expected) =>
        place.Report(IssueCodes.JsonWrongKind, ("expected", Quoted.List(expected)), ("found", NameOf(json.ValueKind)));

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}

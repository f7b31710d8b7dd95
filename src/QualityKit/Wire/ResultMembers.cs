using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Wire;

/// <summary>Members that the formats of results share.</summary>
internal static class ResultMembers
{
    /// <summary>A score with its unit and its exact value; null when there is none.</summary>
    public static void WriteScore(this Utf8JsonWriter writer, string name, Score? score)
    {
        if (score is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("unit", EnumRules.Name(value.Unit));
        writer.WriteString("value", value.Value.ToString());
        writer.WriteEndObject();
    }

    /// <summary>An object for each item.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

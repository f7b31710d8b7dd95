using System.Collections.Immutable;
using QualityKit.Canonical;

namespace QualityKit.Wire;

/// <summary>Writes a JSON Schema (draft 2020-12) from the tables that the reader follows.</summary>
internal sealed class SchemaWriter
{
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, Action<SchemaWriter> Describe)> _pending = new();

    private SchemaWriter()
    {
    }

    public CanonicalWriter Json { get; } = new(isIndented: true);

    /// <summary>The schema of a document.</summary>
    /// <param name="title">The name of its format.</param>
    /// <param name="table">What it holds.</param>
    public static string Write<T>(string title, ObjectTable<T> table)
        where T : notnull
    {
        var schema = new SchemaWriter();
        schema.Json.BeginObject();
        schema.Json.Member("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Json.Member("title", title);
        table.DescribeBody(schema);
        schema.Definitions();
        schema.Json.EndObject();
        return schema.Json + "\n";
    }

    /// <summary>Writes the schema of a kind as an object.</summary>
    public void Schema<T>(ValueKind<T> kind)
    {
        Json.BeginObject();
        kind.Describe(this);
        Json.EndObject();
    }

    /// <summary>Refers to a definition, which is written once at the end.</summary>
    public void Reference(string name, Action<SchemaWriter> describe)
    {
        Json.Member("$ref", "#/$defs/" + name);
        if (_referenced.Add(name))
        {
            _pending.Enqueue((name, describe));
        }
    }

    public void Strings(string name, ImmutableArray<string> values)
    {
        Json.BeginArray(name);
        foreach (string value in values)
        {
            Json.Value(value);
        }

        Json.EndArray();
    }

    public void Default(object? value)
    {
        switch (value)
        {
            case string text:
                Json.Member("default", text);
                break;
            case bool flag:
                Json.Member("default", flag);
                break;
            case int number:
                Json.Member("default", number);
                break;
            case string[] texts:
                Strings("default", [.. texts]);
                break;
        }
    }

    public void Rules(ImmutableArray<MemberRule> rules)
    {
        if (rules.IsEmpty)
        {
            return;
        }

        Json.BeginArray("allOf");
        foreach (MemberRule rule in rules)
        {
            Json.BeginObject();
            rule.Describe(this);
            Json.EndObject();
        }

        Json.EndArray();
    }

    private void Definitions()
    {
        Json.BeginObject("$defs");
        while (_pending.TryDequeue(out (string Name, Action<SchemaWriter> Describe) definition))
        {
            Json.BeginObject(definition.Name);
            definition.Describe(this);
            Json.EndObject();
        }

        Json.EndObject();
    }
}

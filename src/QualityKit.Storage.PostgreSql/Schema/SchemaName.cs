using System.Text.RegularExpressions;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>The schema of the database that everything of the store is in, and the names of its own tables.</summary>
internal sealed partial class SchemaName
{
    /// <summary>A schema.</summary>
    /// <exception cref="ArgumentException">Not a plain name.</exception>
    public SchemaName(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsPlain(value))
        {
            throw new ArgumentException($"the schema `{value}` is not 1 to 63 lower-case letters, digits or `_`, starting with a letter", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public string Quoted => $"\"{Value}\"";

    public string Documents => Table("documents");

    public string Commands => Table("commands");

    public string Indexes => Table("indexes");

    public string Migrations => Table("migrations");

    public string State => Table("state");

    public static bool IsPlain(string? value) => value is not null && Plain().IsMatch(value);

    /// <summary>A table of the schema, as SQL names it.</summary>
    public string Table(string name) => $"\"{Value}\".\"{name}\"";

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

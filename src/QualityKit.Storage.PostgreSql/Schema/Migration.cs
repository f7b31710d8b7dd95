namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>One numbered step of the schema. It is never changed once released; the next step follows it.</summary>
internal sealed record Migration
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>What it does, in a few words.</summary>
    public required string Name { get; init; }

    /// <summary>The release that brings it.</summary>
    public required string Release { get; init; }

    /// <summary>The least last migration that a node must know to go on using the schema: a step that expands names an earlier one, a step that contracts its own or the one before.</summary>
    public required int Oldest { get; init; }

    /// <summary>The statements.</summary>
    public required Func<SchemaName, string> Sql { get; init; }
}

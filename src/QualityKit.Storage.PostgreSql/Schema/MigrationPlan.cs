using System.Collections.Immutable;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>The migrations that a version of this library knows, in order.</summary>
internal sealed class MigrationPlan(params ImmutableArray<Migration> steps)
{
    public static MigrationPlan Current { get; } = new(
        new Migration
        {
            Number = 1,
            Name = "documents, commands and the catalogue of indexes",
            Release = "0.1.0",
            Oldest = 1,
            Sql = schema => $"""
                CREATE TABLE {schema.State} (
                    generation integer NOT NULL,
                    single boolean PRIMARY KEY DEFAULT true CHECK (single)
                );
                INSERT INTO {schema.State} (generation) VALUES (0);
                CREATE TABLE {schema.Documents} (
                    tenant text COLLATE "C" NOT NULL,
                    collection text COLLATE "C" NOT NULL,
                    id text COLLATE "C" NOT NULL,
                    version uuid NOT NULL,
                    body bytea NOT NULL,
                    PRIMARY KEY (tenant, collection, id)
                ) WITH (fillfactor = 90);
                CREATE TABLE {schema.Commands} (
                    tenant text COLLATE "C" NOT NULL,
                    command text COLLATE "C" NOT NULL,
                    version uuid NOT NULL,
                    at timestamptz NOT NULL DEFAULT now(),
                    PRIMARY KEY (tenant, command)
                );
                CREATE INDEX commands_at ON {schema.Commands} (at);
                CREATE TABLE {schema.Indexes} (
                    collection text COLLATE "C" NOT NULL,
                    name text COLLATE "C" NOT NULL,
                    kinds smallint[] NOT NULL,
                    PRIMARY KEY (collection, name)
                );
                """,
        });

    public ImmutableArray<Migration> Steps { get; } = steps;

    /// <summary>The last migration that it knows.</summary>
    public int Last => Steps[^1].Number;

    /// <summary>The same plan with one more step.</summary>
    public MigrationPlan With(Migration step) => new(Steps.Add(step));
}

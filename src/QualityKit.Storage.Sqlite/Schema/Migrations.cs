using System.Collections.Immutable;
using System.Reflection;

namespace QualityKit.Storage.Sqlite.Schema;

/// <summary>The steps of this library, first to last.</summary>
internal static class Migrations
{
    /// <summary>The version of this library, without what stands behind its three numbers: a preview may use what its release may.</summary>
    public static Version Library { get; } =
        Version.Parse(typeof(Migrations).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('-', '+')[0]);

    // The tables of indexes are made from the schema that the host passes, not by a step.
    public static ImmutableArray<Migration> All { get; } =
    [
        new()
        {
            Number = 1,
            Name = "documents and blobs",
            OldestLibrary = new Version(0, 1, 0),
            Sql = """
                CREATE TABLE qk_indexes (
                    collection TEXT NOT NULL,
                    name TEXT NOT NULL,
                    fields TEXT NOT NULL,
                    PRIMARY KEY (collection, name)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE qk_documents (
                    number INTEGER PRIMARY KEY,
                    tenant TEXT NOT NULL,
                    collection TEXT NOT NULL,
                    id TEXT NOT NULL,
                    version TEXT NOT NULL,
                    entries BLOB NOT NULL,
                    slot INTEGER NOT NULL,
                    UNIQUE (tenant, collection, id)
                ) STRICT;
                CREATE TABLE qk_slots (
                    number INTEGER PRIMARY KEY,
                    bytes BLOB NOT NULL
                ) STRICT;
                CREATE TABLE qk_free_slots (
                    capacity INTEGER NOT NULL,
                    slot INTEGER NOT NULL,
                    PRIMARY KEY (capacity, slot)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE qk_commands (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    tenant TEXT NOT NULL,
                    command TEXT NOT NULL,
                    committed_at INTEGER NOT NULL,
                    UNIQUE (tenant, command)
                ) STRICT;
                CREATE TABLE qk_blobs (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    tenant TEXT NOT NULL,
                    name TEXT NOT NULL,
                    length INTEGER NOT NULL,
                    crc32c INTEGER NOT NULL,
                    staged_at INTEGER
                ) STRICT;
                CREATE UNIQUE INDEX qk_blobs_by_name ON qk_blobs (tenant, name) WHERE staged_at IS NULL;
                CREATE INDEX qk_blobs_by_stage ON qk_blobs (staged_at) WHERE staged_at IS NOT NULL;
                CREATE TABLE qk_chunks (
                    place INTEGER PRIMARY KEY,
                    slot INTEGER NOT NULL,
                    length INTEGER NOT NULL
                ) STRICT;
                """,
        },
    ];
}

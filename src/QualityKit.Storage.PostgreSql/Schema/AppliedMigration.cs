namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>A migration that the database has had.</summary>
/// <param name="Number">Which.</param>
/// <param name="Release">The release that brought it.</param>
/// <param name="Oldest">The least last migration that a node must know to use the schema from then on.</param>
internal readonly record struct AppliedMigration(int Number, string Release, int Oldest);

using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>Why a node cannot use the schema that the database has.</summary>
internal static class Misfit
{
    /// <summary>What to tell the operator; null where the two fit.</summary>
    public static string? Of(Catalogue catalogue, MigrationPlan plan, StoreSchema wanted, SchemaName name) =>
        TooOld(catalogue, plan, name) ?? TooNew(catalogue, plan, name) ?? OtherIndexes(catalogue, wanted, name);

    private static string? TooOld(Catalogue catalogue, MigrationPlan plan, SchemaName name)
    {
        AppliedMigration strictest = catalogue.Migrations.MaxBy(applied => applied.Oldest);
        return strictest.Oldest > plan.Last
            ? $"the schema `{name.Value}` was changed by QualityKit {strictest.Release} and may be used only by nodes that know its migration {strictest.Oldest}; this node knows {plan.Last}: upgrade it"
            : null;
    }

    private static string? TooNew(Catalogue catalogue, MigrationPlan plan, SchemaName name)
    {
        int[] missing = [.. plan.Steps.Select(step => step.Number).Except(catalogue.Migrations.Select(applied => applied.Number))];
        return missing.Length > 0
            ? $"the schema `{name.Value}` lacks the migrations {string.Join(", ", missing)}: call EnsureSchemaAsync, or let a database administrator run the script of CreateScript"
            : null;
    }

    private static string? OtherIndexes(Catalogue catalogue, StoreSchema wanted, SchemaName name)
    {
        foreach (IndexDefinition index in wanted.Indexes)
        {
            var table = EntryTable.Of(index);
            EntryTable? stored = catalogue.TablesOf(index.Collection).FirstOrDefault(other => other.Index == index.Name);
            if (stored is null)
            {
                return $"the schema `{name.Value}` lacks the index `{index}`: call EnsureSchemaAsync, or let a database administrator run the script of CreateScript";
            }

            if (!stored.Kinds.SequenceEqual(table.Kinds))
            {
                return $"the index `{index}` of the schema `{name.Value}` has the fields ({string.Join(", ", stored.Kinds)}), and this node takes them for ({string.Join(", ", table.Kinds)}): give the changed index a name of its own";
            }
        }

        return null;
    }
}

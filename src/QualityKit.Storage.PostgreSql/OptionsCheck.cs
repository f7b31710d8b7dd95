using Npgsql;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql;

/// <summary>What is wrong with options, all of it at once.</summary>
internal static class OptionsCheck
{
    private const int MostPrepared = 1000;

    private static readonly TimeSpan LeastRemembered = TimeSpan.FromDays(1);
    private static readonly TimeSpan MostRemembered = TimeSpan.FromDays(366);

    /// <exception cref="ArgumentException">Something is wrong; the message has all of it.</exception>
    public static void Guard(PostgreSqlStoreOptions options)
    {
        if (Problems(options) is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }
    }

    private static List<string> Problems(PostgreSqlStoreOptions options)
    {
        var problems = new List<string>();
        if (options.ConnectionString is null == options.DataSource is null)
        {
            problems.Add($"set either `{nameof(options.ConnectionString)}` or `{nameof(options.DataSource)}`");
        }

        problems.AddRange(OfConnection(nameof(options.ConnectionString), options.ConnectionString));
        problems.AddRange(OfConnection(nameof(options.ReplicaConnectionString), options.ReplicaConnectionString));
        if (!SchemaName.IsPlain(options.Schema))
        {
            problems.Add($"`{nameof(options.Schema)}` is not 1 to 63 lower-case letters, digits or `_`, starting with a letter");
        }

        if (options.RemembersCommandsFor < LeastRemembered || options.RemembersCommandsFor > MostRemembered)
        {
            problems.Add($"`{nameof(options.RemembersCommandsFor)}` is not 1 to 366 days");
        }

        if (options.PreparedStatements is < 0 or > MostPrepared)
        {
            problems.Add($"`{nameof(options.PreparedStatements)}` is not 0 to {MostPrepared}");
        }

        return problems;
    }

    // The text itself is never repeated: it holds a password.
    private static IEnumerable<string> OfConnection(string name, string? connectionString)
    {
        if (connectionString is null)
        {
            return [];
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is null ? [$"`{name}` names no host"] : [];
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return [$"`{name}` is not a connection string of Npgsql"];
        }
    }
}

using System.Globalization;
using Npgsql;
using QualityKit;
using QualityKit.ServiceBenchmark;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.PostgreSql;
using QualityKit.Storage.Sqlite;
using QualityKit.StorageBenchmark;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args[0];
string server = args[1];
int large = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1_000_000;
int rounds = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 5;
const int Few = 10_000;

Console.WriteLine("### Submitting an evaluation, beside its commit alone");
Figures.Head("the store's commit");
await SubmitToSqliteAsync();
await SubmitToPostgreSqlAsync();

Console.WriteLine();
Console.WriteLine($"### The first page of 50 of a list, {large:N0} evaluations beside {Few:N0}");
Figures.Head("10,000");
await PagesAsync("SQLite", (builder, size) => builder.UseSqlite($"Data Source={Path.Combine(folder, $"pages-{size}")}.db"));
await PagesAsync("PostgreSQL", (builder, size) => builder.UsePostgreSql(server, options => options.Schema = $"pages_{size}"));

async Task SubmitToSqliteAsync()
{
    TimedStore<SqliteDocumentStore>? timed = null;
    await using var center = new Center(Few, builder => builder.UseDocumentStore(
        "Timed", "", (_, schema) => timed = new(new SqliteDocumentStore(new SqliteDatabase(new SqliteStoreOptions { ConnectionString = $"Data Source={Path.Combine(folder, "submit")}.db" }, TimeProvider.System), schema))));
    await SubmitRace.RunAsync("SQLite", center, () => timed!.Commits, rounds);
}

async Task SubmitToPostgreSqlAsync()
{
    TimedStore<PostgreSqlDocumentStore>? timed = null;
    await using var center = new Center(Few, builder => builder.UseDocumentStore(
        "Timed", "", (_, schema) => timed = new(new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = server, Schema = "submit" }, schema))));
    await center.Maintenance.EnsureSchemaAsync(default);
    await SubmitRace.RunAsync("PostgreSQL", center, () => timed!.Commits, rounds);
}

async Task PagesAsync(string name, Func<IQualityKitBuilder, int, IQualityKitBuilder> use)
{
    await using var many = new Center(large, builder => use(builder, large));
    await using var few = new Center(Few, builder => use(builder, Few));
    await Load.FillAsync(few);
    await Load.FillAsync(many);
    if (name == "PostgreSQL")
    {
        // What the server does by itself within minutes.
        await using NpgsqlDataSource source = NpgsqlDataSource.Create($"{server};Command Timeout=900");
        await using NpgsqlCommand command = source.CreateCommand("VACUUM (ANALYZE)");
        await command.ExecuteNonQueryAsync();
    }

    await PageRace.RunAsync(name, many, few, rounds);
}

using System.Globalization;
using QualityKit.StorageBenchmark;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args[0];
string server = args[1];
string log = args[2];
int large = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1_000_000;
int rounds = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 7;

Console.WriteLine("### Bytes and statements");
await Sizing.RunSqliteAsync(folder);
Console.WriteLine();
await Sizing.RunPostgreSqlAsync(server, log);

Console.WriteLine();
Console.WriteLine("### A batch of five documents, beside the same rows by hand-made SQL");
Figures.Head("hand-made");
await BatchRace.RunAsync("SQLite", SqliteSide.Open(folder, "batches"), new HandMadeSqlite(Path.Combine(folder, "hand-made.db")), rounds);
await BatchRace.RunAsync("PostgreSQL", await PostgreSqlSide.OpenAsync(server, "batches"), new HandMadePostgreSql(server), rounds);

Console.WriteLine();
Console.WriteLine($"### A page of 50 of a query, {large:N0} documents beside 10,000, and beside a table by hand");
Figures.Head("peer");
await RacePagesAsync(
    "SQLite",
    [
        await StorePages.FillAsync(SqliteSide.Open(folder, "large"), large), await StorePages.FillAsync(SqliteSide.Open(folder, "small"), PageRace.Small),
        new HandMadeSqlitePages(Path.Combine(folder, "hand-made-large.db"), large), new HandMadeSqlitePages(Path.Combine(folder, "hand-made-small.db"), PageRace.Small),
    ]);
IPageSide[] postgreSql =
[
    await StorePages.FillAsync(await PostgreSqlSide.OpenAsync(server, "large"), large), await StorePages.FillAsync(await PostgreSqlSide.OpenAsync(server, "small"), PageRace.Small),
    await HandMadePostgreSqlPages.FillAsync(server, "hand_large", large), await HandMadePostgreSqlPages.FillAsync(server, "hand_small", PageRace.Small),
];
await PostgreSqlSide.VacuumAsync(server);
await RacePagesAsync("PostgreSQL", postgreSql);

Console.WriteLine();
Console.WriteLine("### A blob of 256 MiB into the file system, beside a plain copy that is flushed to the disk");
Figures.Head("plain copy");
await CopyRace.RunAsync(Path.Combine(folder, "blobs"), rounds);

async Task RacePagesAsync(string name, IPageSide[] sides)
{
    await PageRace.RunAsync(name, sides, rounds, commits: false);
    await PageRace.RunAsync($"{name}, a commit before each page", sides, rounds, commits: true);
}

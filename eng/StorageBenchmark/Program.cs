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
Console.WriteLine($"### A page of 50 of a query, {large:N0} documents beside 10,000");
Figures.Head("10,000");
await PageRace.RunAsync("SQLite", SqliteSide.Open(folder, "small"), SqliteSide.Open(folder, "large"), large, rounds, () => Task.CompletedTask);
await PageRace.RunAsync("PostgreSQL", await PostgreSqlSide.OpenAsync(server, "small"), await PostgreSqlSide.OpenAsync(server, "large"), large, rounds, () => PostgreSqlSide.VacuumAsync(server));

Console.WriteLine();
Console.WriteLine("### A blob of 256 MiB into the file system, beside a plain copy that is flushed to the disk");
Figures.Head("plain copy");
await CopyRace.RunAsync(Path.Combine(folder, "blobs"), rounds);

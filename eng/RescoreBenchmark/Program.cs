using System.Globalization;
using QualityKit.Benchmarks;
using QualityKit.RescoreBenchmark;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int sheets = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000_000;
int rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 7;
int threads = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : Environment.ProcessorCount;

using var database = new Database(args[0], threads);
var match = new Match(database, SupportForm.Publish(), sheets, threads);
match.Prepare();
match.Play(rounds);

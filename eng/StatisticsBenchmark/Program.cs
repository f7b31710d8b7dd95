using System.Globalization;
using QualityKit.Statistics;
using QualityKit.StatisticsBenchmark;

// PEERS FOLDER [ROUNDS]: the script of the peers, a folder for data, how many pairs.
string script = args[0];
string folder = args[1];
int rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
RatingScale scale = RatingScale.Of(1, 2, 3, 4, 5);
Triples few = Triples.Make(10_000, 12, byRater: false);
UnitCounts fewCounts = UnitCounts.FromPairs(scale, few.UnitCount, few.Units, few.Values);
WriteCounts(few, Path.Combine(folder, "few.i32"));
DriverData drivers = Drivers(1_000, 20, Path.Combine(folder, "drivers.f64"));

Console.WriteLine("| what | peer | QualityKit | peer | times as fast, median (spread) | value | value of the peer |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
foreach (bool byRater in new[] { false, true })
{
    Triples triples = Triples.Make(100_000, 200, byRater);
    triples.Write(folder);
    string what = $"ordinal alpha, {triples.Units.Length:N0} triples {(byRater ? "rater after rater" : "unit after unit")}";
    Pairs.Print(what, "naive C#", rounds, () => Time(() => Alpha(triples)), () => Time(() => NaiveAlpha.Ordinal(triples)));
    using Peer? numpy = Peer.Numpy(script, folder);
    if (numpy is null)
    {
        Console.WriteLine("numpy is not installed: its rows are left out");
        continue;
    }

    Pairs.Print(what, "numpy", rounds, () => Time(() => Alpha(triples)), () => numpy.Ask("alpha"));
    if (!byRater)
    {
        Pairs.Print("1,000 bootstraps of 10,000 units, standard error", "numpy", rounds, () => Time(Bootstrap), () => numpy.Ask("bootstrap"));
        Pairs.Print("shares of 20 predictors over all sets, 1,000 cases", "numpy: 10,000 regressions", rounds, () => Time(() => DominanceAnalysis.Linear(drivers).Total!.Value), () => numpy.Ask("regressions"));
    }
}

Reliability();

double Alpha(Triples triples) =>
    Agreement.Krippendorff(UnitCounts.FromPairs(scale, triples.UnitCount, triples.Units, triples.Values), AlphaMetric.Ordinal).Value!.Value;

double Bootstrap() => Agreement.KrippendorffBootstrap(fewCounts, AlphaMetric.Ordinal, 1).Estimate.StandardError!.Value;

// R left what it measured, if it is there.
void Reliability()
{
    double[] large = Scores(100_000 * 20);
    Time(() => IntraclassCorrelation.Of(large, 20).Agreement.Value!.Value);
    (double own, double _) = Time(() => IntraclassCorrelation.Of(large, 20).Agreement.Value!.Value);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ICC of 100,000 by 20 |  | {own:0.0} ms |  |  |  |  |"));
    string log = Path.Combine(folder, "psych.txt");
    foreach (string[] line in File.Exists(log) ? File.ReadLines(log).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : [])
    {
        double[] scores = [.. File.ReadAllText(Path.Combine(folder, $"scores-{line[0]}.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Time(() => IntraclassCorrelation.Of(scores, 20).Agreement.Value!.Value);
        (double time, double value) = Time(() => IntraclassCorrelation.Of(scores, 20).Agreement.Value!.Value);
        double theirs = double.Parse(line[1], CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ICC of {line[0]} by 20 | psych | {time:0.000} ms | {theirs:0.0} ms | {theirs / time:0} | {value:R} | {line[2]} |"));
    }
}

static double[] Scores(int count)
{
    var random = new Random(5);
    return [.. Enumerable.Range(0, count).Select(i => 80 + (10 * random.NextDouble()) + (i / 20 % 17))];
}

// The outcome last; for the peer row after row.
static DriverData Drivers(int cases, int predictors, string file)
{
    var random = new Random(7);
    double[][] columns = [.. Enumerable.Range(0, predictors).Select(_ => Enumerable.Range(0, cases).Select(_ => random.NextDouble()).ToArray())];
    double[] outcome = [.. Enumerable.Range(0, cases).Select(row => columns.Select((column, i) => column[row] / (i + 1)).Sum() + random.NextDouble())];
    double[] rows = [.. Enumerable.Range(0, cases).SelectMany(row => columns.Select(column => column[row]).Append(outcome[row]))];
    File.WriteAllBytes(file, System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.AsSpan()));
    return DriverData.From(outcome.Select(value => (double?)value), columns.Select((column, i) => new Predictor { Name = $"p{i}", Values = [.. column.Select(value => (double?)value)] })).Value;
}

static void WriteCounts(Triples triples, string file)
{
    int[] counts = new int[triples.UnitCount * Triples.Categories];
    for (int i = 0; i < triples.Units.Length; i++)
    {
        counts[(triples.Units[i] * Triples.Categories) + triples.Values[i]]++;
    }

    File.WriteAllBytes(file, System.Runtime.InteropServices.MemoryMarshal.AsBytes(counts.AsSpan()));
}

// Time of the processor, which others on the machine do not add to.
static (double Milliseconds, double Value) Time(Func<double> run)
{
    TimeSpan start = Environment.CpuUsage.TotalTime;
    double value = run();
    return ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, value);
}

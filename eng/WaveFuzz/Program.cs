using System.Diagnostics;
using System.Globalization;
using QualityKit.WaveFuzz;

int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
long start = Stopwatch.GetTimestamp();
FuzzTally tally = FuzzTally.Run(first, count);
Console.WriteLine($"{count} files from number {first} on, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
Console.WriteLine(tally);
return tally.Faults.Count == 0 ? 0 : 1;

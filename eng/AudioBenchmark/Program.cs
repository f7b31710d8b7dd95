using System.Globalization;
using QualityKit.AudioBenchmark;

int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var hour = new HourOfTalk();
Contestant[] contestants =
[
    new("plain loop: peaks and longest dead air", () => PlainLoop.PeaksAndDeadAir(hour.Samples)),
    new("peaks and all measures", hour.PeaksAndMeasures),
    new("peaks", () => hour.Peaks().Length),
    new("all measures", () => hour.Measures().LongestDeadAir.TotalSeconds),
    new("mu-law file: peaks and all measures", hour.OfMuLawFile),
    new("8 to 16 kHz", hour.Doubled, turns: 1),
];

// A benchmark of contestants that disagree would compare nothing.
if (contestants[0].Work() != contestants[1].Work())
{
    Console.WriteLine($"the plain loop gives {contestants[0].Work()}, the library {contestants[1].Work()}");
    return 1;
}

for (int round = 0; round < rounds; round++)
{
    foreach (Contestant contestant in contestants)
    {
        contestant.Run();
    }
}

Console.WriteLine($"an hour of one channel at 8 kHz, {rounds} rounds in turns, one thread");
Console.WriteLine("| contestant | ms by the clock | ms of processor | lowest to highest | times real time, by processor | times as long as the plain loop, median of pairs |");
Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
foreach (Contestant contestant in contestants)
{
    Console.WriteLine(contestant.Line(contestants[0]));
}

return 0;

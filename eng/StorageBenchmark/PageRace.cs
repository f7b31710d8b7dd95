namespace QualityKit.StorageBenchmark;

/// <summary>Reads the same pages from a small and a large store in turn, and from two tables by hand with the same rows; each page is full and from a random place of its index.</summary>
internal static class PageRace
{
    public const int Small = 10_000;

    private const int Pages = 300;
    private const int Taken = 50;

    private static int _commits;

    /// <param name="name">The store.</param>
    /// <param name="sides">The large and the small store, and the large and the small table by hand.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="commits">Whether somebody writes before each page.</param>
    public static async Task RunAsync(string name, IPageSide[] sides, int rounds, bool commits)
    {
        var times = new List<List<double>[]>();
        for (int round = -1; round < rounds; round++)
        {
            List<double>[] all = [.. sides.Select(_ => new List<double>())];
            var random = new Random(round);
            for (int page = 0; page < Pages; page++)
            {
                double place = random.NextDouble();
                for (int turn = 0; turn < sides.Length; turn++)
                {
                    // By turns in both directions, so that nobody always follows the same neighbour.
                    int side = page % 4 < 2 ? turn : sides.Length - 1 - turn;
                    all[side].Add(await ReadAsync(sides[side], place, page, commits));
                }
            }

            if (round >= 0)
            {
                times.Add(all);
            }
        }

        Tell($"{name}: p95", 0.95);
        Tell($"{name}: median", 0.5);

        void Tell(string row, double share)
        {
            Figures.Row($"{row}, beside 10,000", Pairs(0, 1), "us");
            Figures.Row($"{row}, by hand, beside 10,000", Pairs(2, 3), "us");
            Figures.Row($"{row}, beside by hand", Pairs(0, 2), "us");

            List<(double, double)> Pairs(int ours, int peer) => [.. times.Select(all => (Figures.At(all[ours], share), Figures.At(all[peer], share)))];
        }
    }

    /// <summary>By turns: what was finished before or after some moment, whose bodies lie side by side, and an agent's scores from one on, whose bodies lie anywhere.</summary>
    private static async Task<double> ReadAsync(IPageSide side, double place, int page, bool commits)
    {
        int start = (int)(place * side.Documents);
        bool isByState = page % 2 == 0;
        // Towards the farther end of the list, so that a page is full wherever it starts.
        bool isDescending = isByState ? place > 0.5 : Contents.Score(start) > 50;
        if (commits)
        {
            await side.CommitAsync(++_commits);
        }

        int read = 0;
        double time = await BatchRace.TimeAsync(async () => read = await side.ReadAsync(isByState, start, isDescending, Taken));
        return read == Taken ? time : throw new InvalidOperationException($"a page has {read} documents");
    }
}

namespace QualityKit.Statistics;

/// <summary>The mean squares of persons by raters within tasks, from effects, so that no large sums are taken from each other.</summary>
internal sealed class NestedSquares
{
    private readonly double[,,] _scores;

    public NestedSquares(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> scores)
    {
        (Persons, Tasks, Raters) = (scores.Count, scores[0].Count, scores[0][0].Count);
        _scores = new double[Persons, Tasks, Raters];
        double origin = scores[0][0][0];
        IsConstant = true;
        ForAll((p, t, r) =>
        {
            _scores[p, t, r] = scores[p][t][r] - origin;
            IsConstant &= _scores[p, t, r] == 0;
        });
        double grand = Mean((_, _, _) => true);
        double[] person = [.. Enumerable.Range(0, Persons).Select(p => Mean((other, _, _) => other == p) - grand)];
        double[] task = [.. Enumerable.Range(0, Tasks).Select(t => Mean((_, other, _) => other == t) - grand)];
        var both = new double[Persons, Tasks];
        var rater = new double[Tasks, Raters];
        ForAll((p, t, r) =>
        {
            both[p, t] += (_scores[p, t, r] - grand) / Raters;
            rater[t, r] += (_scores[p, t, r] - grand) / Persons;
        });
        PersonSquare = Tasks * Raters * person.Sum(effect => effect * effect) / (Persons - 1.0);
        TaskSquare = Persons * Raters * task.Sum(effect => effect * effect) / (Tasks - 1.0);
        RaterSquare = Sum((p, t, r) => rater[t, r] - task[t]) / (Tasks * (Raters - 1.0));
        PersonByTaskSquare = Sum((p, t, r) => both[p, t] - person[p] - task[t]) / ((Persons - 1.0) * (Tasks - 1));
        ResidualSquare = Sum((p, t, r) => _scores[p, t, r] - grand - both[p, t] - (rater[t, r] - task[t])) / (Tasks * (Persons - 1.0) * (Raters - 1));
    }

    public int Persons { get; }

    public int Tasks { get; }

    public int Raters { get; }

    public bool IsConstant { get; private set; }

    public double PersonSquare { get; }

    public double TaskSquare { get; }

    public double RaterSquare { get; }

    public double PersonByTaskSquare { get; }

    public double ResidualSquare { get; }

    private void ForAll(Action<int, int, int> visit)
    {
        for (int p = 0; p < Persons; p++)
        {
            for (int t = 0; t < Tasks; t++)
            {
                for (int r = 0; r < Raters; r++)
                {
                    visit(p, t, r);
                }
            }
        }
    }

    private double Mean(Func<int, int, int, bool> isIn)
    {
        double sum = 0;
        int count = 0;
        ForAll((p, t, r) =>
        {
            if (isIn(p, t, r))
            {
                sum += _scores[p, t, r];
                count++;
            }
        });
        return sum / count;
    }

    // The sum over all scores of a squared effect.
    private double Sum(Func<int, int, int, double> effect)
    {
        double sum = 0;
        ForAll((p, t, r) => sum += effect(p, t, r) * effect(p, t, r));
        return sum;
    }
}

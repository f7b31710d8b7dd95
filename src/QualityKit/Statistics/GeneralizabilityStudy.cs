namespace QualityKit.Statistics;

/// <summary>Where the variance of scores comes from when every person does every task, and every task has raters of its own.</summary>
/// <remarks>
/// Brennan (2001), Generalizability Theory, section 3.2: the balanced design p x (r : t), by expected mean squares.
/// A component below 0 is kept as it is: the design says less than chance about it.
/// </remarks>
public sealed record GeneralizabilityStudy
{
    private GeneralizabilityStudy()
    {
    }

    /// <summary>Ok; insufficient data for fewer than two persons, tasks or raters a task, or a design that is not balanced; no variation when all scores are alike.</summary>
    public EstimateStatus Status { get; private init; }

    /// <summary>The variance of persons: what one wants to know.</summary>
    public double? Person { get; private init; }

    /// <summary>The variance of tasks: some are harder.</summary>
    public double? Task { get; private init; }

    /// <summary>The variance of raters within tasks: some are more lenient.</summary>
    public double? RaterWithinTask { get; private init; }

    /// <summary>The variance of persons by tasks: who finds which task hard.</summary>
    public double? PersonByTask { get; private init; }

    /// <summary>The variance that is left.</summary>
    public double? Residual { get; private init; }

    /// <summary>The error of comparing persons with each other, for as many tasks and raters as there were.</summary>
    public double? RelativeErrorVariance { get; private init; }

    /// <summary>The error of a person's score as it is, for as many tasks and raters as there were.</summary>
    public double? AbsoluteErrorVariance { get; private init; }

    /// <summary>The share of persons in the variance of comparisons; null where both are 0 or less.</summary>
    public double? Generalizability => Share(RelativeErrorVariance);

    /// <summary>The share of persons in the variance of scores; null where both are 0 or less.</summary>
    public double? Dependability => Share(AbsoluteErrorVariance);

    /// <summary>Studies scores.</summary>
    /// <param name="scores">A list of persons, each a list of tasks, each a list of the scores of that task's raters in one order.</param>
    /// <exception cref="ArgumentException">A score is not a number at most 1e100 from 0.</exception>
    public static GeneralizabilityStudy Of(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        int tasks = scores.Count == 0 ? 0 : scores[0].Count;
        int raters = tasks == 0 ? 0 : scores[0][0].Count;
        if (scores.Count < 2 || tasks < 2 || raters < 2 || scores.Any(person => person.Count != tasks || person.Any(task => task.Count != raters)))
        {
            return new GeneralizabilityStudy { Status = EstimateStatus.InsufficientData };
        }

        if (scores.Any(person => person.Any(task => task.Any(score => !RatingScale.IsUsable(score)))))
        {
            throw new ArgumentException("a score is a number at most 1e100 from 0", nameof(scores));
        }

        var squares = new NestedSquares(scores);
        return squares.IsConstant ? new GeneralizabilityStudy { Status = EstimateStatus.NoVariation } : Of(squares);
    }

    private static GeneralizabilityStudy Of(NestedSquares squares)
    {
        (double n, double t, double r) = (squares.Persons, squares.Tasks, squares.Raters);
        double rater = (squares.RaterSquare - squares.ResidualSquare) / n;
        double personByTask = (squares.PersonByTaskSquare - squares.ResidualSquare) / r;
        double task = (squares.TaskSquare - squares.RaterSquare - squares.PersonByTaskSquare + squares.ResidualSquare) / (n * r);
        double relative = (personByTask / t) + (squares.ResidualSquare / (t * r));
        return new GeneralizabilityStudy
        {
            Person = (squares.PersonSquare - squares.PersonByTaskSquare) / (t * r),
            Task = task,
            RaterWithinTask = rater,
            PersonByTask = personByTask,
            Residual = squares.ResidualSquare,
            RelativeErrorVariance = relative,
            AbsoluteErrorVariance = relative + (task / t) + (rater / (t * r)),
        };
    }

    private double? Share(double? error) => Person + error > 0 ? Person / (Person + error) : null;
}

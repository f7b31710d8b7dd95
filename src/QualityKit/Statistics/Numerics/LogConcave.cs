namespace QualityKit.Statistics.Numerics;

/// <summary>Where a probability reaches a value, on a scale on which its logarithm is concave.</summary>
/// <remarks>There Newton's method overshoots at most once and then goes to the solution from one side, so nothing need be bracketed.</remarks>
internal static class LogConcave
{
    private const int Steps = 400;

    /// <summary>Solves <paramref name="at"/> for the logarithm <paramref name="target"/>.</summary>
    /// <param name="start">Where to begin: near the middle.</param>
    /// <param name="limit">The solution is sought from minus this to this.</param>
    /// <param name="stride">The longest step upwards: where the logarithm falls like an exponential, an overshoot would be a long way back.</param>
    /// <param name="target">The logarithm of the probability.</param>
    /// <param name="at">The logarithm of the probability at a place, and its slope there.</param>
    public static double Solve(double start, double limit, double stride, double target, Func<double, (double Log, double Slope)> at)
    {
        double place = start;
        double before = double.PositiveInfinity;
        for (int i = 0; i < Steps; i++)
        {
            (double log, double slope) = at(place);
            double step = Math.Min((target - log) / slope, stride);
            double next = Math.Clamp(place + step, -limit, limit);
            double size = Math.Abs(next - place);

            // When the steps no longer shrink, the last digit is reached.
            bool isDone = size <= 1e-16 * Math.Max(1, Math.Abs(next)) || (size < 1e-10 && size >= before);
            place = next;
            before = size;
            if (isDone)
            {
                break;
            }
        }

        return place;
    }
}

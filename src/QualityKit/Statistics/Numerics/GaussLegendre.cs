namespace QualityKit.Statistics.Numerics;

/// <summary>Nodes and weights that integrate polynomials exactly (Abramowitz and Stegun 1964, 25.4.29), by Newton's method on the Legendre polynomial.</summary>
internal readonly record struct GaussLegendre(double[] Nodes, double[] Weights)
{
    private const int Steps = 20;

    public static GaussLegendre Of(int count, double from, double to)
    {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        double half = (to - from) / 2;
        for (int i = 0; i < count; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < Steps; step++)
            {
                (double value, slope) = Legendre(count, x);
                double change = value / slope;
                x -= change;
                if (Math.Abs(change) < 1e-16)
                {
                    break;
                }
            }

            slope = Legendre(count, x).Slope;
            nodes[i] = from + (half * (1 - x));
            weights[i] = 2 * half / ((1 - (x * x)) * slope * slope);
        }

        return new GaussLegendre(nodes, weights);
    }

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        (double before, double value) = (1, x);
        for (int n = 2; n <= degree; n++)
        {
            (before, value) = (value, ((((2 * n) - 1) * x * value) - ((n - 1) * before)) / n);
        }

        return (value, degree * ((x * value) - before) / ((x * x) - 1));
    }
}

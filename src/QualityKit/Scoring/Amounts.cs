using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What the questions of a scope earned, apart for normal and bonus questions, and their mass (rule S7).</summary>
internal sealed class Amounts
{
    public Fraction Earned { get; private set; }

    public Fraction Bonus { get; private set; }

    public Fraction Mass { get; set; }

    public bool HasAny { get; set; }

    public void Put(QuestionLine line, Fraction earned, Fraction mass)
    {
        HasAny = true;
        if (line.IsNormal)
        {
            Earned += earned;
            Mass += mass;
        }
        else
        {
            Bonus += earned;
        }
    }

    /// <summary>Adds what an inner scope earned, after its own failure; its mass was added before.</summary>
    public void Add(Amounts inner)
    {
        Earned += inner.Earned;
        Bonus += inner.Bonus;
    }

    public void AddMass(Amounts inner)
    {
        Mass += inner.Mass;
        HasAny |= inner.HasAny;
    }

    /// <summary>Rule S16: what was earned becomes 0 unless it is already lower.</summary>
    public void FallToZero()
    {
        Earned = Fraction.Min(Earned, Fraction.Zero);
        Bonus = Fraction.Min(Bonus, Fraction.Zero);
    }
}

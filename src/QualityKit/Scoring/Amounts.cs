using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What the questions of a scope earned, apart for normal and bonus questions, and their mass (rule S7).</summary>
internal sealed class Amounts
{
    public Fraction Earned { get; private set; }

    public Fraction Bonus { get; private set; }

    public Fraction Mass { get; set; }

    public bool HasAny { get; set; }

    /// <summary>What would be left of the normal amount if every point that can be lost were lost; for deductions.</summary>
    private Fraction Least { get; set; }

    private Fraction LeastBonus { get; set; }

    public void Put(QuestionLine line, Fraction earned, Fraction mass, Fraction least)
    {
        HasAny = true;
        if (line.IsNormal)
        {
            Earned += earned;
            Mass += mass;
            Least += Fraction.Min(earned, least);
        }
        else
        {
            Bonus += earned;
            LeastBonus += Fraction.Min(earned, Fraction.Zero);
        }
    }

    /// <summary>Adds what an inner scope earned, after its own failure; its mass was added before.</summary>
    public void Add(Amounts inner)
    {
        Earned += inner.Earned;
        Bonus += inner.Bonus;
        Least += inner.Least;
        LeastBonus += inner.LeastBonus;
    }

    public void AddMass(Amounts inner)
    {
        Mass += inner.Mass;
        HasAny |= inner.HasAny;
    }

    /// <summary>Rule S16: what was earned becomes 0 unless it is already lower; of deductions everything that can be lost is lost.</summary>
    public void Fall(CombinationKind kind, bool addsBonusToMean)
    {
        if (kind == CombinationKind.Deductions)
        {
            Earned = Least;
            Bonus = LeastBonus;
        }
        else if (addsBonusToMean)
        {
            Earned = Fraction.Min(Earned, Fraction.Zero);
            Bonus = Fraction.Min(Bonus, Fraction.Zero);
        }
        else if ((Earned + Bonus).Sign > 0)
        {
            Earned = Bonus = Fraction.Zero;
        }
    }
}

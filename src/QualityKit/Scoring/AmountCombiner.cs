using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The flat combinations (rule S7), the sum and the deductions (rule S9): amounts are added up and divided once.</summary>
internal sealed class AmountCombiner(ScoringPlan plan, Lines lines, Func<QuestionLine, bool> includes, CombineMode mode)
    : Combiner(plan, lines, includes)
{
    private bool AddsBonusToMean => !IsRawShare && Method.Bonus == BonusRule.ToMean;

    private bool IsRaw => mode == CombineMode.RawPart;

    private bool IsRawShare => IsRaw && !Method.TakesPoints;

    // A raw sub-score of shares is points over possible points, whatever the method (rule S19).
    private CombinationKind Kind =>
        IsRawShare ? CombinationKind.TotalPoints : Method.Combination.Kind;

    public override Combined Combine(bool[]? failed, RuleBook? rules)
    {
        var combined = new Combined(Plan.Groups.Length);
        Fraction[] factors = Rescaling();
        Amounts[] groups = Collect(factors);
        Amounts whole = groups[^1];
        if (Divisor(whole) is not { } divisor)
        {
            return combined;
        }

        Assign(factors, divisor);
        combined.Start = Kind == CombinationKind.Deductions ? Fraction.One : Fraction.Zero;
        for (int group = Plan.Groups.Length - 1; group >= 0; group--)
        {
            Close(group, groups, failed, divisor, combined);
        }

        combined.Total = combined.Start + Part(whole, divisor);
        return combined;
    }

    private void Close(int group, Amounts[] groups, bool[]? failed, Fraction divisor, Combined combined)
    {
        Amounts amounts = groups[group];
        combined.GroupWeights[group] = Kind == CombinationKind.Sum ? Fraction.One : amounts.Mass / divisor;
        if (failed is not null && failed[group])
        {
            Fail(group, amounts, divisor, combined);
        }

        combined.GroupScores[group] = ScoreOf(amounts);
        int parent = Plan.Groups[group].Parent;
        groups[parent < 0 ? ^1 : parent].Add(amounts);
    }

    // Extra credit is added to a score and to the total alike, so such a change is told in parts of the total, as where there is no score.
    private void Fail(int group, Amounts amounts, Fraction divisor, Combined combined)
    {
        bool tellsScore = ScoreOf(amounts) is not null && !AddsBonusToMean;
        Fraction before = Told();
        amounts.Fall(Kind, AddsBonusToMean);
        Fraction after = Told();
        if (before != after)
        {
            combined.Adjustments.Add(new Adjustment
            {
                Kind = AdjustmentKind.Failure,
                Group = group,
                Before = before,
                After = after,
                Weight = tellsScore ? combined.GroupWeights[group] : Fraction.One,
            });
        }

        Fraction Told() => tellsScore ? ScoreOf(amounts)!.Value : Part(amounts, divisor);
    }

    private Fraction? Divisor(Amounts whole) => Kind switch
    {
        _ when !whole.HasAny => null,
        CombinationKind.Sum => Fraction.One,
        CombinationKind.Deductions => Method.Combination.Start,
        _ => whole.Mass.IsZero ? null : whole.Mass,
    };

    private Fraction? ScoreOf(Amounts amounts) => Kind switch
    {
        CombinationKind.Deductions => null,
        CombinationKind.Sum => amounts.HasAny ? amounts.Earned + amounts.Bonus : null,
        _ => amounts.Mass.IsZero ? null : Quotient(amounts, amounts.Mass),
    };

    private Fraction Quotient(Amounts amounts, Fraction divisor) =>
        AddsBonusToMean ? (amounts.Earned / divisor) + amounts.Bonus : (amounts.Earned + amounts.Bonus) / divisor;

    // What a scope adds to the total: of deductions the points lost, with a minus.
    private Fraction Part(Amounts amounts, Fraction divisor) =>
        Quotient(amounts, divisor) - (Kind == CombinationKind.Deductions ? amounts.Mass / divisor : Fraction.Zero);

    // One slot a group, each with its own questions only, and the last for the whole with all of the mass.
    private Amounts[] Collect(Fraction[] factors)
    {
        var groups = new Amounts[Plan.Groups.Length + 1];
        for (int slot = 0; slot < groups.Length; slot++)
        {
            groups[slot] = new Amounts();
        }

        foreach (QuestionLine line in Lines.Where(line => line.Counts))
        {
            Fraction factor = line.IsNormal ? factors[line.Plan.Group] : Fraction.One;
            groups[line.Plan.Group].Put(line, Earned(line) * factor, Mass(line) * factor, Weight(line) * line.Plan.Scale!.Lowest);
            groups[^1].HasAny = true;
            groups[^1].Mass += line.IsNormal ? Mass(line) * factor : Fraction.Zero;
        }

        for (int group = Plan.Groups.Length - 1; group >= 0; group--)
        {
            if (Plan.Groups[group].Parent >= 0)
            {
                groups[Plan.Groups[group].Parent].AddMass(groups[group]);
            }
        }

        return groups;
    }

    // Rule S7: under StaysInGroup the counted questions of a group carry the weight of those left out.
    private Fraction[] Rescaling()
    {
        var factors = new Fraction[Plan.Groups.Length];
        Array.Fill(factors, Fraction.One);
        if (IsRawShare || Method.NotApplicable != NotApplicableRule.StaysInGroup || !Method.IsFlat)
        {
            return factors;
        }

        foreach (IGrouping<int, QuestionLine> group in Lines.Where(line => line.IsNormal).GroupBy(line => line.Plan.Group))
        {
            Fraction counted = Total(group.Where(line => line.Counts));
            if (!counted.IsZero)
            {
                factors[group.Key] = Total(group.Where(line => line.Counts || line.IsLeftOut)) / counted;
            }
        }

        return factors;

        Fraction Total(IEnumerable<QuestionLine> some) => some.Aggregate(Fraction.Zero, (sum, line) => sum + Mass(line));
    }

    private void Assign(Fraction[] factors, Fraction divisor)
    {
        if (mode != CombineMode.Whole)
        {
            return;
        }

        foreach (QuestionLine line in Lines.Where(line => line.Counts))
        {
            Fraction factor = line.IsNormal ? factors[line.Plan.Group] : Fraction.One;
            Fraction below = line.Plan.IsBonus && AddsBonusToMean ? Fraction.One : divisor;
            line.AppliedWeight = (Kind is CombinationKind.Sum or CombinationKind.Deductions ? Weight(line) : Mass(line) * factor) / below;
            line.Contribution = Kind == CombinationKind.Deductions && line.IsNormal
                ? (Earned(line) - Mass(line)) / below
                : Earned(line) * factor / below;
        }
    }

    private Fraction Weight(QuestionLine line) => IsRaw ? Fraction.One : line.Plan.PathWeight;

    private Fraction Earned(QuestionLine line) => Kind switch
    {
        CombinationKind.TotalPoints => line.Earned,
        CombinationKind.WeightedPoints => Weight(line) * line.Earned,
        CombinationKind.QuestionWeights => (IsRaw ? Fraction.One : line.Plan.Weight) * line.Value,
        _ => Weight(line) * line.Points,
    };

    private Fraction Mass(QuestionLine line) => Kind switch
    {
        CombinationKind.TotalPoints => line.Possible,
        CombinationKind.WeightedPoints => Weight(line) * line.Possible,
        CombinationKind.QuestionWeights => IsRaw ? Fraction.One : line.Plan.Weight,
        CombinationKind.Deductions => Weight(line) * line.Plan.Scale!.Highest,
        _ => Fraction.Zero,
    };
}

using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>The bound of the combinations that add amounts up: flat ones (rule S7), sums and deductions (rule S9).</summary>
internal sealed class AmountBound(FormModel model, StakeTable stakes, bool isHighest, bool isRaw) : TotalBound(model, stakes, isHighest, isRaw)
{
    private bool Rescales => Method.IsFlat && Method.NotApplicable == NotApplicableRule.StaysInGroup;

    private bool AddsBonusToMean => Method.Bonus == BonusRule.ToMean;

    private CombinationKind Kind => Method.Combination.Kind;

    protected override bool TryCombine(SheetSet set, Failing failing, int[] picks, out Fraction? combined)
    {
        List<BoundItem> items = [];
        List<BoundItem> credit = [];
        foreach (IGrouping<int, QuestionModel> group in Model.Questions.GroupBy(question => question.Plan.Group))
        {
            bool canFail = !IsHighest && Model.Enclosing(group.Key).Any(around => failing.Group(around).HasFlag(Truth.True));
            foreach (QuestionModel bonus in group.Where(question => question.Plan.IsBonus))
            {
                (AddsBonusToMean ? credit : items).Add(Item(set, bonus, canFail));
            }

            QuestionModel[] normal = [.. group.Where(question => !question.Plan.IsBonus)];
            if (Rescales && normal.Any(question => Stakes.Of(set, question.Position).Any(stake => stake.Kind == StakeKind.LeftOut)))
            {
                items.Add(Rescaled(set, normal, canFail));
            }
            else
            {
                items.AddRange(normal.Select(question => Item(set, question, canFail)));
            }
        }

        combined = Combine(items, credit, picks);
        return true;
    }

    private Fraction? Combine(List<BoundItem> items, List<BoundItem> credit, int[] picks)
    {
        if (Kind is CombinationKind.Sum or CombinationKind.Deductions)
        {
            Fraction start = Kind == CombinationKind.Deductions ? Signed(Fraction.One) : Fraction.Zero;
            return BoundItem.LargestSum(items, picks) is { } sum ? start + sum : null;
        }

        if (BoundItem.Largest(items, picks) is not { } quotient)
        {
            return null;
        }

        foreach (BoundItem item in credit)
        {
            int best = Enumerable.Range(0, item.Parts.Length).MaxBy(part => item.Parts[part].Above);
            item.Choose(best, picks);
            quotient += item.Parts[best].Above;
        }

        return quotient;
    }

    // Every stake as it is, and those that count once more as in a group that failed.
    private BoundItem Item(SheetSet set, QuestionModel question, bool canFail)
    {
        Stake[] stakes = [.. Stakes.Of(set, question.Position)];
        IEnumerable<Stake> failing = canFail ? stakes.Where(stake => stake.Counts) : [];
        return BoundItem.Of(question.Position,
        [
            .. stakes.Select(stake => (stake, Part(question.Plan, stake, hasFailed: false))),
            .. failing.Select(stake => (stake, Part(question.Plan, stake, hasFailed: true))),
        ]);
    }

    // Rule S7: what counts carries the mass of what was left out, so a group adds all of its mass at the quotient of what counts.
    private BoundItem Rescaled(SheetSet set, QuestionModel[] questions, bool canFail)
    {
        BoundItem[] inner = [.. questions.Select(question => Item(set, question, canFail))];
        var answers = new int[Model.Questions.Length];
        Array.Fill(answers, -1);
        RatioPart without = new(inner.Select(item => item.Parts.Where(part => part.Below.IsZero).Select(part => part.Above).DefaultIfEmpty().Max())
            .Aggregate(Fraction.Zero, (sum, above) => sum + above), Fraction.Zero);
        bool canBeWithout = Array.TrueForAll(inner, item => item.Parts.Any(part => part.Below.IsZero));
        if (BoundItem.Largest(inner, answers) is not { } quotient)
        {
            return new([without], (_, picks) => Note(answers, picks, questions));
        }

        (Fraction least, Fraction most) = MassOf(set, questions);
        RatioPart[] parts = [new(quotient * most, most), new(quotient * least, least)];
        return new(canBeWithout ? [.. parts, without] : parts, (_, picks) => Note(answers, picks, questions));
    }

    private static void Note(int[] answers, int[] picks, QuestionModel[] questions)
    {
        foreach (QuestionModel question in questions)
        {
            picks[question.Position] = answers[question.Position];
        }
    }

    // The mass of what counts or was left out, where something counts.
    private (Fraction Least, Fraction Most) MassOf(SheetSet set, QuestionModel[] questions)
    {
        Fraction least = Fraction.Zero;
        Fraction most = Fraction.Zero;
        Fraction? lightest = null;
        foreach (QuestionModel question in questions)
        {
            Stake[] stakes = [.. Stakes.Of(set, question.Position)];
            Fraction mass = MassOf(question.Plan);
            most += stakes.Any(stake => stake.Kind != StakeKind.Absent) ? mass : Fraction.Zero;
            least += stakes.All(stake => stake.Kind != StakeKind.Absent) ? mass : Fraction.Zero;
            lightest = mass.Sign > 0 && stakes.Any(stake => stake.Counts) && (lightest is not { } so || mass < so) ? mass : lightest;
        }

        return (Fraction.Max(least, lightest ?? Fraction.Zero), most);
    }

    private RatioPart Part(QuestionPlan question, Stake stake, bool hasFailed)
    {
        if (!stake.Counts)
        {
            return default;
        }

        Fraction earned = Earned(question, stake.Points, hasFailed);
        Fraction below = Kind is CombinationKind.Sum or CombinationKind.Deductions ? Fraction.One
            : question.IsBonus ? Fraction.Zero
            : MassOf(question);
        return new(Signed(earned), below);
    }

    private Fraction Earned(QuestionPlan question, Fraction points, bool hasFailed)
    {
        Fraction earned = Kind switch
        {
            CombinationKind.TotalPoints => question.Measure.EarnedBy(points),
            CombinationKind.WeightedPoints => question.PathWeight * question.Measure.EarnedBy(points),
            CombinationKind.QuestionWeights => question.Weight * question.Measure.ValueOf(points),
            CombinationKind.Sum => question.PathWeight * points,
            _ => Deducted(question, points, hasFailed),
        };
        return hasFailed && Kind != CombinationKind.Deductions ? Fraction.Min(earned, Fraction.Zero) : earned;
    }

    // Rule S16: in a failed group every point that can be lost is lost.
    private Fraction Deducted(QuestionPlan question, Fraction points, bool hasFailed)
    {
        Fraction floor = question.IsBonus ? Fraction.Zero : question.Scale!.Lowest;
        Fraction kept = hasFailed ? Fraction.Min(points, floor) : points;
        return question.PathWeight * (question.IsBonus ? kept : kept - question.Scale!.Highest) / Method.Combination.Start;
    }

    private Fraction MassOf(QuestionPlan question) => Kind switch
    {
        CombinationKind.TotalPoints => question.Measure.Possible,
        CombinationKind.WeightedPoints => question.PathWeight * question.Measure.Possible,
        CombinationKind.QuestionWeights => question.Weight,
        _ => Fraction.Zero,
    };
}

using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>The bound of means of means: the tree of groups (rule S8) and grades (rule S9).</summary>
internal sealed class TreeBound(FormModel model, StakeTable stakes, bool isHighest, bool isRaw) : TotalBound(model, stakes, isHighest, isRaw)
{
    private bool LeavesForm => Method.NotApplicable == NotApplicableRule.LeavesForm;

    private bool IsPooled => Method.Combination is { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points };

    // A group of bonus questions alone becomes a bonus itself (rule S8): of that nothing is said here.
    protected override bool TryCombine(SheetSet set, Failing failing, int[] picks, out Fraction? combined)
    {
        combined = null;
        List<BoundItem> items = [];
        if (!TryAddGroups(new Walk(set, failing, picks), -1, items))
        {
            return false;
        }

        combined = BoundItem.Largest(items, picks);
        return true;
    }

    private bool TryAddGroups(Walk walk, int parent, List<BoundItem> items)
    {
        int end = parent < 0 ? Model.Groups.Length : Model.Groups[parent].EndGroup;
        for (int group = parent + 1; group < end; group = Model.Groups[group].EndGroup)
        {
            if (walk.Set.GroupPresence(group) != Truth.False)
            {
                if (!TryClose(walk, group, out BoundItem? item))
                {
                    return false;
                }

                items.Add(item!);
            }
        }

        return true;
    }

    private bool TryClose(Walk walk, int group, out BoundItem? item)
    {
        item = null;
        List<BoundItem> items = [];
        QuestionModel[] own = [.. Model.Questions.Where(question => question.Plan.Group == group)];
        QuestionModel[] bonus = [.. own.Where(question => question.Plan.IsBonus && Stakes.Of(walk.Set, question.Position).Any(stake => stake.Counts))];
        QuestionModel[] normal = [.. own.Where(question => !question.Plan.IsBonus)];
        if (IsPooled)
        {
            if (!TryPool(walk, normal, bonus, items))
            {
                return false;
            }
        }
        else
        {
            items.AddRange(normal.Select(question => Item(walk, question, question.Plan.Weight)));
        }

        if (!TryAddGroups(walk, group, items))
        {
            return false;
        }

        bool canBeWithout = items.TrueForAll(CanBeWithout);
        if (!IsPooled && bonus.Length > 0 && canBeWithout)
        {
            return false;
        }

        Fraction? score = Score(walk, items, IsPooled ? [] : bonus);
        item = ItemOf(walk, group, score, canBeWithout);
        return true;
    }

    private Fraction? Score(Walk walk, List<BoundItem> items, QuestionModel[] bonus)
    {
        BoundItem[] extra = [.. bonus.Select(question => Item(walk, question, Fraction.Zero))];
        if (Method.Bonus != BonusRule.ToMean)
        {
            return BoundItem.Largest([.. items, .. extra], walk.Picks);
        }

        if (BoundItem.Largest(items, walk.Picks) is not { } score)
        {
            return null;
        }

        foreach (BoundItem item in extra)
        {
            int best = Enumerable.Range(0, item.Parts.Length).MaxBy(part => item.Parts[part].Above);
            item.Choose(best, walk.Picks);
            score += item.Parts[best].Above;
        }

        return score;
    }

    // What a group is to the group around it.
    private BoundItem ItemOf(Walk walk, int group, Fraction? score, bool canBeWithout)
    {
        if (score is not { } found)
        {
            return new([default], (_, _) => { });
        }

        Fraction closed = Signed(new ChangeBound(walk.Set, walk.Failing, IsHighest).Group(group, Signed(found)));
        Fraction weight = Model.Groups[group].Group.Weight;
        bool canShrink = LeavesForm && CanLeaveOut(walk, Model.Questions[Model.Groups[group].FirstQuestion..Model.Groups[group].EndQuestion]);
        return Weighed(closed, canShrink ? Fraction.Zero : weight, weight, canBeWithout || walk.Set.GroupPresence(group) != Truth.True);
    }

    // Rule S8: a group's own questions as one item.
    private bool TryPool(Walk walk, QuestionModel[] normal, QuestionModel[] bonus, List<BoundItem> items)
    {
        BoundItem[] pooled = [.. normal.Select(question => Item(walk, question, question.Plan.Weight * question.Plan.Measure.Possible))];
        bool canBeWithout = Array.TrueForAll(pooled, CanBeWithout);
        if (canBeWithout && bonus.Length > 0)
        {
            return false;
        }

        if (BoundItem.Largest([.. pooled, .. bonus.Select(question => Item(walk, question, Fraction.Zero))], walk.Picks) is { } value)
        {
            Fraction most = Sum(normal.Where(question => Stakes.Of(walk.Set, question.Position).Any(IsThere)));
            Fraction least = LeavesForm && CanLeaveOut(walk, normal)
                ? Fraction.Zero
                : Sum(normal.Where(question => Stakes.Of(walk.Set, question.Position).All(IsThere)));
            items.Add(Weighed(value, least, most, canBeWithout));
        }

        return true;
    }

    private BoundItem Item(Walk walk, QuestionModel question, Fraction mass) =>
        BoundItem.Of(question.Position, Stakes.Of(walk.Set, question.Position).Select(stake => (stake, stake.Counts
            ? new RatioPart(Signed(question.Plan.Weight * Earned(question.Plan, stake.Points)), mass)
            : default)));

    private Fraction Earned(QuestionPlan question, Fraction points) =>
        IsPooled ? question.Measure.EarnedBy(points) : question.Measure.ValueOf(points);

    private bool CanLeaveOut(Walk walk, IEnumerable<QuestionModel> questions) =>
        questions.Any(question => Stakes.Of(walk.Set, question.Position).Any(stake => stake.Kind == StakeKind.LeftOut));

    private static BoundItem Weighed(Fraction score, Fraction least, Fraction most, bool canBeWithout)
    {
        List<RatioPart> parts = [new(score * most, most)];
        if (least != most)
        {
            parts.Add(new(score * least, least));
        }

        if (canBeWithout)
        {
            parts.Add(default);
        }

        return new([.. parts], (_, _) => { });
    }

    private static bool CanBeWithout(BoundItem item) => Array.Exists(item.Parts, part => part.Below.IsZero);

    private static bool IsThere(Stake stake) => stake.Kind != StakeKind.Absent;

    private static Fraction Sum(IEnumerable<QuestionModel> questions) =>
        questions.Aggregate(Fraction.Zero, (sum, question) => sum + question.Plan.Weight);

    private sealed record Walk(SheetSet Set, Failing Failing, int[] Picks);
}

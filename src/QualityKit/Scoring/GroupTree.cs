using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Each group's own ratio, then the weighted mean of groups, down the tree (rule S8), and grades (rule S9).</summary>
internal sealed class GroupTree(ScoringPlan plan, Lines lines, Func<QuestionLine, bool> includes, CombineMode mode)
    : Combiner(plan, lines, includes)
{
    private readonly Combined _combined = new(plan.Groups.Length);
    private readonly List<Adjustment> _changes = [];
    private ILookup<int, QuestionLine>? _questions;
    private bool[]? _failed;
    private RuleBook? _rules;

    private bool IsRaw => mode == CombineMode.RawPart;

    public override Combined Combine(bool[]? failed, RuleBook? rules)
    {
        _questions = Lines.ToLookup(line => line.Plan.Group);
        _failed = failed;
        _rules = rules;
        var root = new TreeNode([.. InnerGroups(-1)], Method);
        if (!root.IsBonus)
        {
            _combined.Total = root.Score;
            root.Assign(Fraction.One);
        }

        _combined.Adjustments.AddRange(_changes.Select(change => change with { Weight = _combined.GroupWeights[change.Group] }));
        return _combined;
    }

    private IEnumerable<TreeItem> InnerGroups(int parent)
    {
        int end = parent < 0 ? Plan.Groups.Length : Plan.Groups[parent].EndGroup;
        for (int group = parent + 1; group < end; group = Plan.Groups[group].EndGroup)
        {
            if (Close(group) is { } item)
            {
                yield return item;
            }
        }
    }

    private TreeItem? Close(int group)
    {
        var node = new TreeNode([.. OwnItems(group), .. InnerGroups(group)], Method);
        _combined.GroupScores[group] = node.Score is { } score ? Adjusted(group, score) : null;
        return !node.IsItem ? null : new TreeItem
        {
            Weight = IsRaw ? Fraction.One : Plan.Groups[group].Group.Weight,
            IsBonus = node.IsBonus,
            Presence = node.Presence,
            Value = _combined.GroupScores[group],
            Assign = applied =>
            {
                _combined.GroupWeights[group] = applied;
                node.Assign(applied);
            },
        };
    }

    // Rules first, failure last.
    private Fraction Adjusted(int group, Fraction score)
    {
        Fraction ruled = _rules?.Apply(group, score) ?? score;
        Note(AdjustmentKind.Rules, group, score, ruled);
        Fraction final = _failed is not null && _failed[group] ? Fraction.Min(ruled, Fraction.Zero) : ruled;
        Note(AdjustmentKind.Failure, group, ruled, final);
        return final;
    }

    private void Note(AdjustmentKind kind, int group, Fraction before, Fraction after)
    {
        if (before != after)
        {
            _changes.Add(new Adjustment { Kind = kind, Group = group, Before = before, After = after, Weight = Fraction.Zero });
        }
    }

    private IEnumerable<TreeItem> OwnItems(int group)
    {
        QuestionLine[] own = [.. _questions![group].Where(line => line.Counts || (line.IsLeftOut && line.IsNormal))];
        return Method.Combination is { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points }
            ? Pool(own)
            : own.Select(ItemFor);
    }

    private TreeItem ItemFor(QuestionLine line) => new()
    {
        Weight = IsRaw ? Fraction.One : line.Plan.Weight,
        IsBonus = line.Plan.IsBonus,
        Presence = line.Counts ? Fraction.One : Fraction.Zero,
        Value = line.Counts ? line.Value : null,
        Assign = applied => Put(line, applied, line.Value),
    };

    private IEnumerable<TreeItem> Pool(QuestionLine[] own)
    {
        Fraction counted = Mass(own.Where(line => line.Counts && line.IsNormal));
        bool isBonus = counted.IsZero && own.Any(line => line.Plan.IsBonus);
        QuestionLine[] weighed = [.. own.Where(line => line.Plan.IsBonus == isBonus)];
        Fraction mass = isBonus ? Mass(weighed) : counted;
        Fraction present = Mass(weighed);
        if (present.IsZero)
        {
            return [];
        }

        QuestionLine[] earning = [.. own.Where(line => line.Counts)];
        return
        [
            new TreeItem
            {
                Weight = weighed.Aggregate(Fraction.Zero, (sum, line) => sum + line.Plan.Weight),
                IsBonus = isBonus,
                Presence = mass / present,
                Value = mass.IsZero ? null : earning.Aggregate(Fraction.Zero, (sum, line) => sum + (line.Plan.Weight * line.Earned)) / mass,
                Assign = applied => Share(earning, applied / mass),
            },
        ];
    }

    private void Share(QuestionLine[] earning, Fraction applied)
    {
        foreach (QuestionLine line in earning)
        {
            Put(line, applied * line.Plan.Weight * line.Possible, applied * line.Plan.Weight * line.Earned, isAmount: true);
        }
    }

    private void Put(QuestionLine line, Fraction applied, Fraction earned, bool isAmount = false)
    {
        if (mode == CombineMode.Whole)
        {
            line.AppliedWeight = applied;
            line.Contribution = isAmount ? earned : applied * earned;
        }
    }

    private static Fraction Mass(IEnumerable<QuestionLine> some) =>
        some.Aggregate(Fraction.Zero, (sum, line) => sum + (line.Plan.Weight * line.Possible));
}

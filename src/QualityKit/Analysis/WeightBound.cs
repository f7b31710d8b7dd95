using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>Between what the applied weight of a question (rule S21) lies wherever it counts. Every other question is taken to be there or not by itself.</summary>
internal sealed class WeightBound
{
    private readonly FormModel _model;
    private readonly ScoringMethod _method;
    private readonly Stake[][] _stakes;
    private readonly ILookup<int, QuestionModel> _normal;
    private readonly bool _canLeaveForm;
    private readonly MassRange[] _groups;
    private readonly MassRange[] _own;

    public WeightBound(FormModel model, StakeTable stakes)
    {
        var all = SheetSet.All(model, question => question.Own);
        _model = model;
        _method = model.Form.Method;
        _stakes = [.. model.Questions.Select(question => stakes.Of(all, question.Position).ToArray())];
        _normal = model.Questions.Where(question => !question.Plan.IsBonus).ToLookup(question => question.Plan.Group);
        _canLeaveForm = _method.NotApplicable == NotApplicableRule.LeavesForm
            && Array.Exists(_stakes, own => Array.Exists(own, stake => stake.Kind == StakeKind.LeftOut));
        _own = [.. model.Groups.Select((_, group) => OwnItems(group))];
        _groups = new MassRange[model.Groups.Length];
        for (int group = _groups.Length - 1; group >= 0; group--)
        {
            _groups[group] = WeightOf(group, all.GroupPresence(group) == Truth.True);
        }
    }

    private bool IsPooled => _method.Combination is { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points };

    /// <summary>The bounds; null when nothing can be said.</summary>
    public MassRange? Of(QuestionModel question) => _method.Combination.Kind switch
    {
        CombinationKind.Sum => Exactly(question.Plan.PathWeight),
        CombinationKind.Deductions => Exactly(question.Plan.PathWeight / _method.Combination.Start),
        CombinationKind.GroupWeights or CombinationKind.Grade => InTree(question),
        _ when question.Plan.IsBonus && _method.Bonus == BonusRule.ToMean => Exactly(MassOf(question)),
        _ => _method.NotApplicable == NotApplicableRule.StaysInGroup ? Rescaled(question) : Flat(question),
    };

    private static MassRange Exactly(Fraction weight) => new(weight, weight);

    private MassRange? Flat(QuestionModel question) =>
        MassRange.Sum(_normal.SelectMany(group => group).Where(other => other != question).Select(Counted)).ShareBeside(MassOf(question), !question.Plan.IsBonus);

    // Rule S7: a group weighs all that is there in it, shared among what counts.
    private MassRange? Rescaled(QuestionModel question)
    {
        var others = MassRange.Sum(_normal.Where(group => question.Plan.IsBonus || group.Key != question.Plan.Group).Select(group => WeightOf([.. group])));
        Fraction own = MassOf(question);
        if (question.Plan.IsBonus)
        {
            return others.ShareBeside(own, isInside: false);
        }

        QuestionModel[] beside = [.. _normal[question.Plan.Group].Where(other => other != question)];
        MassRange there = MassRange.Sum(beside.Select(There)) + Exactly(own);
        if (own.IsZero || MassRange.Sum(beside.Select(Counted)).ShareBeside(own) is not { } inside)
        {
            return own.IsZero ? Exactly(Fraction.Zero) : null;
        }

        return new(inside.Least * there.Least / (there.Least + others.Most), inside.Most * there.Most / (there.Most + others.Least));
    }

    // What a group weighs that may be without anything that counts.
    private MassRange WeightOf(QuestionModel[] questions)
    {
        var there = MassRange.Sum(questions.Select(There));
        return questions.Any(question => Counted(question).Least.Sign > 0) ? there : there with { Least = Fraction.Zero };
    }

    private MassRange? InTree(QuestionModel question)
    {
        if (_model.Questions.Any(other => other.Plan.IsBonus) || InGroup(question) is not { } share)
        {
            return null;
        }

        foreach (int group in _model.Around(question.Position))
        {
            int parent = _model.Groups[group].Parent;
            MassRange beside = ItemsOf(parent, without: group) + (parent < 0 ? default : _own[parent]);
            if (beside.ShareBeside(_model.Groups[group].Group.Weight) is not { } next)
            {
                return null;
            }

            share = new(share.Least * next.Least, share.Most * next.Most);
        }

        return _canLeaveForm ? share with { Least = Fraction.Zero } : share;
    }

    private MassRange? InGroup(QuestionModel question)
    {
        MassRange groups = ItemsOf(question.Plan.Group, without: -1);
        QuestionModel[] beside = [.. _normal[question.Plan.Group].Where(other => other != question)];
        if (!IsPooled)
        {
            return (groups + MassRange.Sum(beside.Select(Counted))).ShareBeside(question.Plan.Weight);
        }

        MassRange pool = MassRange.Sum(beside.Select(Weighing)) + Exactly(question.Plan.Weight);
        if (pool.Least.IsZero || MassRange.Sum(beside.Select(Counted)).ShareBeside(MassOf(question)) is not { } inside)
        {
            return null;
        }

        return new(inside.Least * pool.Least / (pool.Least + groups.Most), inside.Most * pool.Most / (pool.Most + groups.Least));
    }

    // What the groups directly in a group weigh there.
    private MassRange ItemsOf(int parent, int without) => MassRange.Sum(Enumerable.Range(0, _groups.Length)
        .Where(group => _model.Groups[group].Parent == parent && group != without).Select(group => _groups[group]));

    // Inner groups come later in document order and are known by then.
    private MassRange WeightOf(int group, bool isPresent)
    {
        MassRange inside = ItemsOf(group, -1) + _own[group];
        Fraction weight = _model.Groups[group].Group.Weight;
        return new MassRange(isPresent && inside.Least.Sign > 0 && !_canLeaveForm ? weight : Fraction.Zero, inside.Most.Sign > 0 ? weight : Fraction.Zero);
    }

    private MassRange OwnItems(int group)
    {
        if (!IsPooled)
        {
            return MassRange.Sum(_normal[group].Select(Counted));
        }

        var pool = MassRange.Sum(_normal[group].Select(Weighing));
        return _normal[group].Any(question => Counted(question).Least.Sign > 0) && !_canLeaveForm ? pool : pool with { Least = Fraction.Zero };
    }

    private MassRange Counted(QuestionModel question) => Range(question, MassOf(question), StakeKind.Counts);

    private MassRange There(QuestionModel question) => Range(question, MassOf(question), StakeKind.Counts, StakeKind.LeftOut);

    private MassRange Weighing(QuestionModel question) => Range(question, question.Plan.Weight, StakeKind.Counts, StakeKind.LeftOut);

    private MassRange Range(QuestionModel question, Fraction mass, params ReadOnlySpan<StakeKind> kinds)
    {
        bool isAlways = true;
        bool isEver = false;
        foreach (Stake stake in _stakes[question.Position])
        {
            isAlways &= kinds.Contains(stake.Kind);
            isEver |= kinds.Contains(stake.Kind);
        }

        return new(isAlways ? mass : Fraction.Zero, isEver ? mass : Fraction.Zero);
    }

    private Fraction MassOf(QuestionModel question) => _method.Combination.Kind switch
    {
        _ when question.Plan.Scored is null => Fraction.Zero,
        CombinationKind.TotalPoints => question.Plan.Measure.Possible,
        CombinationKind.WeightedPoints => question.Plan.PathWeight * question.Plan.Measure.Possible,
        _ when IsPooled => question.Plan.Weight * question.Plan.Measure.Possible,
        _ => question.Plan.Weight,
    };
}

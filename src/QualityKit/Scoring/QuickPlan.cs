using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A form made ready for scoring with integers alone: the methods that most forms use, without bonus questions and score rules.</summary>
/// <remarks>It gives what <see cref="Calculation"/> gives (a test compares them) or says that it cannot.</remarks>
internal sealed class QuickPlan
{
    private readonly QuickQuestion[] _questions;
    private readonly long[] _groupWeights;
    private readonly int[] _parents;
    private readonly bool _isTree;
    private readonly QuickTree _tree;
    private readonly bool _rescales;

    private QuickPlan(ScoringPlan plan, QuickQuestion[] questions, long[] groupWeights)
    {
        Plan = plan;
        _questions = questions;
        _groupWeights = groupWeights;
        _parents = [.. plan.Groups.Select(place => place.Parent)];
        _isTree = plan.Method.Combination.Kind == CombinationKind.GroupWeights;
        _tree = new QuickTree(_parents, groupWeights, plan.Method.NotApplicable == NotApplicableRule.LeavesForm);
        _rescales = plan.Method.NotApplicable == NotApplicableRule.StaysInGroup;
        Packed = PackedPlan.TryBuild(this);
    }

    public ScoringPlan Plan { get; }

    public ReadOnlySpan<QuickQuestion> Questions => _questions;

    public ReadOnlySpan<long> GroupWeights => _groupWeights;

    /// <summary>The same form for the packed path; null when its numbers or its shape do not allow that.</summary>
    public PackedPlan? Packed { get; }

    /// <summary>The plan for a form; null when its method or its numbers need the full calculation.</summary>
    public static QuickPlan? TryBuild(ScoringPlan plan)
    {
        if (!IsSupported(plan))
        {
            return null;
        }

        bool isTree = plan.Method.Combination.Kind == CombinationKind.GroupWeights;
        Fraction[] units = isTree
            ? [.. Enumerable.Range(0, plan.Groups.Length).Select(group => UnitOf(plan, group))]
            : [.. Enumerable.Repeat(QuickRoom.CommonDenominator(plan.Questions.SelectMany(question => Parts(plan, question))), plan.Groups.Length)];
        Fraction rootUnit = UnitOf(plan, -1);
        Fraction[] weights = [.. plan.Groups.Select(place => Fraction.From(place.Group.Weight) * (place.Parent < 0 ? rootUnit : units[place.Parent]))];
        IEnumerable<Fraction> amounts = plan.Questions.SelectMany(question => Parts(plan, question).Select(part => part * units[question.Group]));
        return QuickRoom.HoldsSum(amounts.Concat(weights).Select(number => number.Numerator))
            ? new QuickPlan(
                plan,
                [.. plan.Questions.Select(question => QuestionFor(plan, question, units[question.Group]))],
                [.. weights.Select(weight => (long)weight.Numerator)])
            : null;
    }

    /// <summary>Puts groups together.</summary>
    /// <param name="groups">The sums of each group's own questions; their scores are put in.</param>
    /// <param name="failed">For every group whether it fell to zero; empty when none did.</param>
    /// <param name="numerator">The total is this over <paramref name="denominator"/>.</param>
    /// <param name="denominator">0 when there is no total.</param>
    /// <returns>False when the numbers are too large to stay exact here.</returns>
    public bool TryCombine(Span<QuickGroup> groups, ReadOnlySpan<bool> failed, out long numerator, out long denominator) =>
        _isTree
            ? _tree.TryCombine(groups, failed, out numerator, out denominator)
            : QuickFlat.TryCombine(groups, failed, _parents, _rescales, out numerator, out denominator);

    private static bool IsSupported(ScoringPlan plan)
    {
        ScoringMethod method = plan.Method;
        bool isKnown = method.Combination.Kind is CombinationKind.GroupWeights or CombinationKind.QuestionWeights
            or CombinationKind.WeightedPoints or CombinationKind.TotalPoints;
        bool isPlain = !method.TakesPoints && method.Selection.Kind == SelectionKind.All && method.LeastAnswers is null && plan.Form.Rules.IsEmpty;
        bool fillsPlainly = method.NotApplicable is NotApplicableRule.StaysInGroup or NotApplicableRule.LeavesForm or NotApplicableRule.FullMarks or NotApplicableRule.Zero;
        bool isNarrow = plan.Questions.All(question => question.Words == 1 && !question.IsBonus && !(question.CanFail && question.Source is MultiSelectQuestion));
        return isKnown && isPlain && fillsPlainly && isNarrow && !HasPoolBesideGroups(plan);
    }

    // A pool beside inner groups weighs differently from what its questions weigh in it (rule S8).
    private static bool HasPoolBesideGroups(ScoringPlan plan) =>
        plan.Method.Combination is { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points }
        && plan.Questions.Any(question => plan.Groups[question.Group].EndGroup > question.Group + 1);

    /// <summary>What a question's earned and possible amounts are multiplied by; null when it does not count.</summary>
    private static Fraction? FactorOf(QuestionPlan question, ScoringMethod method)
    {
        if (question.Scored is not { IsExcluded: false })
        {
            return null;
        }

        return method.Combination switch
        {
            { Kind: CombinationKind.TotalPoints } => Fraction.One,
            { Kind: CombinationKind.WeightedPoints } => question.PathWeight,
            { Kind: CombinationKind.GroupWeights, Within: GroupBasis.Points } => question.Weight,
            _ => question.Measure.Possible.IsZero ? null : question.Weight / question.Measure.Possible,
        };
    }

    private static QuickQuestion QuestionFor(ScoringPlan plan, QuestionPlan question, Fraction unit)
    {
        ScoringMethod method = plan.Method;
        QuickFill notApplicable = method.NotApplicable switch
        {
            NotApplicableRule.FullMarks => QuickFill.Full,
            NotApplicableRule.Zero => QuickFill.Zero,
            _ => QuickFill.LeftOut,
        };
        return new()
        {
            Slot = question.Slot,
            Group = question.Group,
            Scale = FactorOf(question, method) is { } factor ? new QuickScale(question, factor, unit) : null,
            Failures = question.CanFail ? FailuresOf(plan, question) : null,
            Ranges = question.Scale as NumberScale,
            NotApplicable = notApplicable,
            Unanswered = question.IsRequired ? QuickFill.Absent
                : method.Unanswered == UnansweredRule.AsZero ? QuickFill.Zero
                : notApplicable,
        };
    }

    // An option has its own code; of a range the code of its last number will do.
    private static int[][] FailuresOf(ScoringPlan plan, QuestionPlan question)
    {
        var finder = new FailureFinder(plan);
        IEnumerable<long> codes = question.Scale is NumberScale ranges
            ? ranges.LastSteps
            : Enumerable.Range(0, ((ChoiceQuestion)question.Source).Options.Length).Select(option => (long)option);
        return [.. codes.Select(code => finder.FailuresOf(question, [code]).Select(failure => failure.GroupPosition).ToArray())];
    }

    // What must become whole of a question; nothing of one that does not count.
    private static IEnumerable<Fraction> Parts(ScoringPlan plan, QuestionPlan question) =>
        FactorOf(question, plan.Method) is { } factor ? QuickScale.Parts(question, factor) : [];

    // Everything that is added up in a group: its questions' amounts and its inner groups' weights. Around all groups it is -1.
    private static Fraction UnitOf(ScoringPlan plan, int group)
    {
        IEnumerable<Fraction> amounts = plan.Questions.Where(question => question.Group == group).SelectMany(question => Parts(plan, question));
        IEnumerable<Fraction> inner = plan.Groups.Where(place => place.Parent == group).Select(place => Fraction.From(place.Group.Weight));
        return QuickRoom.CommonDenominator(amounts.Concat(inner));
    }
}

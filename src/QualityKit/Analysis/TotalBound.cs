using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What no total in a set of sheets goes beyond. It treats questions as if each could be shown and answered by itself,
/// so it may name a score that no sheet has, but never one that a sheet goes beyond; where answers do not hang together it is exact.</summary>
internal abstract class TotalBound
{
    private protected TotalBound(FormModel model, StakeTable stakes, bool isHighest, bool isRaw)
    {
        Model = model;
        Stakes = stakes;
        IsHighest = isHighest;
        IsRaw = isRaw;
    }

    protected FormModel Model { get; }

    protected StakeTable Stakes { get; }

    protected bool IsHighest { get; }

    protected bool IsRaw { get; }

    protected ScoringMethod Method => Model.Form.Method;

    public static TotalBound For(FormModel model, StakeTable stakes, bool isHighest, bool isRaw) =>
        model.Form.Method.Combination.Kind is CombinationKind.GroupWeights or CombinationKind.Grade
            ? new TreeBound(model, stakes, isHighest, isRaw)
            : new AmountBound(model, stakes, isHighest, isRaw);

    /// <summary>The bound of a set, with answers that would reach it if they went together.</summary>
    public SetBound Of(SheetSet set)
    {
        var picks = new int[Model.Questions.Length];
        Array.Fill(picks, -1);
        Failing failing = Failing.In(set, IsRaw);
        if (!TryCombine(set, failing, picks, out Fraction? combined))
        {
            return new SetBound(picks, HasTotals: true, null);
        }

        return combined is { } score
            ? new SetBound(picks, HasTotals: true, new ChangeBound(set, failing, IsHighest).Form(Signed(score)))
            : new SetBound(picks, HasTotals: false, null);
    }

    /// <summary>The bound before rules and failures of the form, with the sign of the direction; null when no sheet has a total.</summary>
    /// <returns>False when nothing can be said.</returns>
    protected abstract bool TryCombine(SheetSet set, Failing failing, int[] picks, out Fraction? combined);

    /// <summary>The same number counted so that more is further; and back.</summary>
    protected Fraction Signed(Fraction number) => IsHighest ? number : -number;
}

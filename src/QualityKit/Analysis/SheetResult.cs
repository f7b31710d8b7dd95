using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>What a sheet gives: everything that an answer without effect does not change.</summary>
internal sealed class SheetResult
{
    private readonly Outcome _outcome;
    private readonly bool _hasFormFailed;
    private readonly bool _isBelowLeastAnswers;
    private readonly Fraction?[] _groupScores;
    private readonly bool[] _failedGroups;
    private readonly bool[] _isVisible;

    public SheetResult(FormModel model, FilledSheet sheet)
        : this(model.Plan, sheet)
    {
    }

    /// <summary>What the sheet gives in a form that is scored as a plan says and has the same questions.</summary>
    public SheetResult(ScoringPlan plan, FilledSheet sheet)
    {
        Card = new Scorecard(new CheckedAnswers(plan, AnswerSheet.Empty, sheet.CodesToScore()), isProvisional: true);
        Total = Card.Total?.Value;
        RawTotal = Card.RawTotal?.Value;
        _outcome = Card.Outcome;
        _hasFormFailed = Card.HasFormFailed;
        _isBelowLeastAnswers = Card.IsBelowLeastAnswers;
        _groupScores = [.. Card.Groups.Select(group => group.Score?.Value)];
        _failedGroups = [.. Card.Groups.Select(group => group.HasFailed)];
        _isVisible = [.. sheet.Classes.Select(position => position >= 0)];
    }

    public Scorecard Card { get; }

    public Fraction? Total { get; }

    public Fraction? RawTotal { get; }

    /// <summary>Whether nothing tells the two apart.</summary>
    public bool IsSameAs(SheetResult other) =>
        Total == other.Total
        && RawTotal == other.RawTotal
        && _outcome == other._outcome
        && _hasFormFailed == other._hasFormFailed
        && _isBelowLeastAnswers == other._isBelowLeastAnswers
        && _groupScores.AsSpan().SequenceEqual(other._groupScores)
        && _failedGroups.AsSpan().SequenceEqual(other._failedGroups)
        && _isVisible.AsSpan().SequenceEqual(other._isVisible);
}

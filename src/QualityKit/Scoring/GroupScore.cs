using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The score of one group.</summary>
public sealed class GroupScore
{
    private readonly Scorecard _card;
    private readonly int _position;

    internal GroupScore(Scorecard card, int position)
    {
        _card = card;
        _position = position;
    }

    /// <summary>The key of the group.</summary>
    public string Key => Group.Key;

    /// <summary>The group.</summary>
    public Group Group => _card.Form.Index.Groups[_position].Group;

    /// <summary>What became of it.</summary>
    public GroupState State => _card.Quick is { } quick
        ? GroupStates.Of(_card, _position, quick.IsGroupPresent(_position), quick.GroupScore(_position) is not null)
        : GroupStates.Of(_card, _position, _card.Calculation.IsGroupPresent(_position), _card.Calculation.Final.GroupScores[_position] is not null);

    /// <summary>Its score after rules and failures; null when it has none.</summary>
    public Score? Score => (_card.Quick is { } quick ? quick.GroupScore(_position) : _card.Calculation.Final.GroupScores[_position]) is { } score ? new Score(score, _card.Form.Method.Unit) : null;

    /// <summary>Whether something failed it (rule S15).</summary>
    public bool HasFailed => _card.Quick?.HasFailed(_position) ?? _card.Calculation.HasFailed(_position);

    /// <summary>The band of its score; null when it has none.</summary>
    public Band? Band => Score is { } score ? Verdict.BandOf(score, Group.Bands) : null;

    /// <summary>What a score of 1 adds to the raw total (rule S21); null when nothing in it counts, when the form has no score, and for deductions.</summary>
    public Fraction? AppliedWeight =>
        Counts && _card.Form.Method.Combination.Kind != CombinationKind.Deductions ? _card.Calculation.Final.GroupWeights[_position] : null;

    /// <summary>What its questions add to the raw total before rules (rule S21); null when nothing in it counts or the form has no score.</summary>
    public Score? Contribution
    {
        get
        {
            Fraction sum = Counted.Aggregate(Fraction.Zero, (all, line) => all + line.Contribution);
            return Counts ? new Score(sum, _card.Form.Method.Unit) : null;
        }
    }

    private IEnumerable<QuestionLine> Counted
    {
        get
        {
            GroupPlace place = _card.Form.Index.Groups[_position];
            return _card.Calculation.Questions[place.FirstQuestion..place.EndQuestion].Where(line => line.Counts);
        }
    }

    private bool Counts => _card.RawTotal is not null && Counted.Any();
}

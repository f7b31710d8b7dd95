using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>Counts the sheets of tiles that were added up, each worked out exactly.</summary>
internal class TileTally(ColumnPlan plan, ColumnTally tally)
{
    private readonly ulong[] _sums = new ulong[plan.Groups.Length];

    protected ColumnPlan Plan => plan;

    protected ColumnTally Tally => tally;

    /// <summary>Says which block the next tiles are of.</summary>
    public virtual void Enter(AnswerBlock block)
    {
    }

    /// <summary>Counts the first sheets of a tile.</summary>
    public virtual void Add(TileScratch sums, int count)
    {
        for (int sheet = 0; sheet < count; sheet++)
        {
            tally.Add(ScoreOf(sums, sheet));
        }
    }

    /// <summary>Brings everything that was counted into the tally.</summary>
    public virtual void Close()
    {
    }

    /// <summary>The exact score of one sheet.</summary>
    public CompactScore ScoreOf(TileScratch sums, int sheet)
    {
        Combine(sums, sheet, out long numerator, out long denominator);
        return plan.Form.ScoreOf(numerator, denominator, sums.Failed[sheet] != 0);
    }

    /// <summary>The exact raw total of one sheet, by the packed path itself.</summary>
    protected void Combine(TileScratch sums, int sheet, out long numerator, out long denominator)
    {
        for (int group = 0; group < _sums.Length; group++)
        {
            ColumnGroup columns = plan.Groups[group];
            _sums[group] = PackedSums.Pack(sums.Earned(group)[sheet] * columns.EarnedUnit, sums.Counted(group)[sheet] * columns.CountedUnit, 0, false);
        }

        plan.Form.Packed!.TryCombine(_sums, out numerator, out denominator);
    }
}

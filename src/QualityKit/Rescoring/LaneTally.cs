using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>Counts the sheets of tiles with vectors of one width.</summary>
/// <remarks>Sums are exact integers. Totals are approximate, from below, and decide only where the error cannot matter; the other sheets are worked out
/// exactly, one by one, as are those in which a group has nothing that counts.</remarks>
internal sealed class LaneTally<TLanes, TBytes, TWords> : TileTally
    where TLanes : struct, ILanes<TBytes, TWords>
    where TBytes : struct
    where TWords : struct
{
    private const int Tile = ColumnLayout.Tile;
    private const int Part = 64;

    private readonly LaneCut[] _cuts;
    private readonly byte[] _skipped = new byte[Tile];
    private readonly ushort[] _totals = new ushort[Tile];
    private readonly ulong[] _fast = new ulong[Tile / Part];
    private readonly long[] _reached;
    private readonly int _tilesAtOnce;
    private LaneTerms _terms;
    private long _zeroes;
    private long _counted;
    private int _tiles;

    public LaneTally(ColumnPlan plan, ColumnTally tally)
        : base(plan, tally)
    {
        _cuts = [.. tally.Cuts.Points.Select(cut => new LaneCut(cut, plan.Groups.Length))];
        _reached = new long[_cuts.Length];
        _tilesAtOnce = (int)(ushort.MaxValue / (Math.Max(1, plan.Groups.Max(group => group.Most)) * (Tile / TLanes.Width)));
        _terms = LaneTerms.None;
    }

    private static int Vectors => Tile / TLanes.Width;

    public override void Enter(AnswerBlock block)
    {
        if (!_terms.AreOf(block))
        {
            Flush();
            _terms = new LaneTerms(block, Plan, 2 * TLanes.Width);
        }
    }

    public override void Add(TileScratch sums, int count)
    {
        if (_tiles == _tilesAtOnce)
        {
            Flush();
        }

        _tiles++;
        Sort(sums, count);
        Weigh(sums);
        Compare(sums);
    }

    public override void Close()
    {
        Flush();
        long[] intervals = Tally.Intervals;
        Tally.Count += _counted + _zeroes;
        Tally.FormFailures += _zeroes;
        Tally.Failed += _zeroes;
        intervals[Tally.Cuts.IntervalOf(0, 1)] += _zeroes;
        for (int interval = 0; interval < intervals.Length; interval++)
        {
            long above = interval < _reached.Length ? _reached[interval] : 0;
            long inside = (interval == 0 ? _counted : _reached[interval - 1]) - above;
            intervals[interval] += inside;
            Outcome outcome = Verdict.OutcomeOf(
                Plan.Form.Form.Pass, new(Tally.Cuts.Inside(interval), Plan.Form.Form.Method.Unit), hasFormFailed: false, isBelowMinimum: false);
            Tally.Passed += outcome == Outcome.Passed ? inside : 0;
            Tally.Failed += outcome == Outcome.Failed ? inside : 0;
        }

        _counted = _zeroes = 0;
        _reached.AsSpan().Clear();
    }

    // Which sheets go which way: most into the lanes, failures that make 0 into a count, the rest one by one.
    private void Sort(TileScratch sums, int count)
    {
        Span<TBytes> skipped = MemoryMarshal.Cast<byte, TBytes>(_skipped.AsSpan());
        ReadOnlySpan<TBytes> failed = MemoryMarshal.Cast<byte, TBytes>(sums.Failed);
        _fast.AsSpan().Clear();
        for (int vector = 0; vector < Vectors; vector++)
        {
            TBytes zero = TLanes.Fill((byte)0);
            TBytes empty = zero;
            for (int group = 0; group < Plan.Groups.Length; group++)
            {
                empty = TLanes.Or(empty, TLanes.Equal(MemoryMarshal.Cast<byte, TBytes>(sums.Counted(group))[vector], zero));
            }

            skipped[vector] = TLanes.Or(empty, failed[vector]);
            int first = vector * TLanes.Width;
            ulong there = Lowest(Math.Min(TLanes.Width, count - first));
            ulong emptyBits = TLanes.Bits(empty);
            ulong failedBits = TLanes.Bits(failed[vector]);
            ulong zeroes = Plan.Zeroes ? failedBits & ~emptyBits & there : 0;
            ulong fast = ~(failedBits | emptyBits) & there;
            _zeroes += BitOperations.PopCount(zeroes);
            _counted += BitOperations.PopCount(fast);
            _fast[first / Part] |= fast << (first % Part);
            AddOneByOne(sums, first, there & ~fast & ~zeroes);
        }

        // Lanes behind the last sheet hold nothing that counts, so they were skipped as empty.
    }

    private void AddOneByOne(TileScratch sums, int first, ulong sheets)
    {
        for (; sheets != 0; sheets &= sheets - 1)
        {
            Tally.Add(ScoreOf(sums, first + BitOperations.TrailingZeroCount(sheets)));
        }
    }

    private void Weigh(TileScratch sums)
    {
        Span<TWords> totals = MemoryMarshal.Cast<ushort, TWords>(_totals.AsSpan());
        ReadOnlySpan<TBytes> skipped = MemoryMarshal.Cast<byte, TBytes>(_skipped.AsSpan());
        _totals.AsSpan().Clear();
        ImmutableArray<LaneTerm> terms = _terms.Terms;
        for (int position = 0; position < terms.Length; position++)
        {
            LaneTerm term = terms[position];
            TBytes counted = TLanes.Fill(term.Counted);
            TWords factor = TLanes.Fill(term.Factor);
            TWords reciprocal = TLanes.Fill(term.Reciprocal);
            ReadOnlySpan<TBytes> counts = MemoryMarshal.Cast<byte, TBytes>(sums.Counted(term.Group));
            ReadOnlySpan<TWords> earned = MemoryMarshal.Cast<ushort, TWords>(sums.Earned(term.Group));
            Span<TWords> sum = MemoryMarshal.Cast<ushort, TWords>(_terms.SumsOf(position));
            (TWords lower, TWords upper) = (sum[0], sum[1]);
            for (int vector = 0; vector < counts.Length; vector++)
            {
                TBytes here = TLanes.Equal(TLanes.Or(counts[vector], skipped[vector]), counted);
                if (TLanes.Bits(here) == 0)
                {
                    continue;
                }

                TWords left = TLanes.And(earned[2 * vector], TLanes.LowerMask(here));
                TWords right = TLanes.And(earned[(2 * vector) + 1], TLanes.UpperMask(here));
                lower = TLanes.Add(lower, left);
                upper = TLanes.Add(upper, right);
                totals[2 * vector] = TLanes.Add(totals[2 * vector], TLanes.MultiplyHigh(TLanes.Multiply(left, factor), reciprocal));
                totals[(2 * vector) + 1] = TLanes.Add(totals[(2 * vector) + 1], TLanes.MultiplyHigh(TLanes.Multiply(right, factor), reciprocal));
            }

            (sum[0], sum[1]) = (lower, upper);
        }
    }

    private void Compare(TileScratch sums)
    {
        ReadOnlySpan<TWords> totals = MemoryMarshal.Cast<ushort, TWords>(_totals.AsSpan());
        int width = TLanes.Width / 2;
        for (int cut = 0; cut < _cuts.Length; cut++)
        {
            TWords sure = TLanes.Fill(_cuts[cut].Sure);
            TWords near = TLanes.Fill(_cuts[cut].Near);
            long reached = 0;
            for (int vector = 0; vector < totals.Length; vector++)
            {
                int first = vector * width;
                ulong fast = (_fast[first / Part] >> (first % Part)) & Lowest(width);
                ulong sureBits = TLanes.AtLeast(totals[vector], sure);
                reached += BitOperations.PopCount(sureBits & fast);
                ulong open = TLanes.AtLeast(totals[vector], near) & ~sureBits & fast;
                reached += open == 0 ? 0 : Recheck(sums, first, open, cut);
            }

            _reached[cut] += reached;
        }
    }

    private int Recheck(TileScratch sums, int first, ulong sheets, int cut)
    {
        int reached = 0;
        for (; sheets != 0; sheets &= sheets - 1)
        {
            Tally.OneByOne++;
            Combine(sums, first + BitOperations.TrailingZeroCount(sheets), out long numerator, out long denominator);
            reached += Tally.Cuts.Points[cut].IsReachedBy(numerator, denominator) ? 1 : 0;
        }

        return reached;
    }

    private void Flush()
    {
        _terms.Flush(Tally.Sum);
        _tiles = 0;
    }

    private static ulong Lowest(int bits) => bits >= Part ? ulong.MaxValue : bits <= 0 ? 0 : (1UL << bits) - 1;
}

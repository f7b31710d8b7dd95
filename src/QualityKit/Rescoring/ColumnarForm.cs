using System.Runtime.Intrinsics;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>A form made ready to score the answers of many sheets at a time: exact, the same results as <see cref="CompiledForm"/> and <see cref="Scorer"/>.</summary>
/// <remarks>It starts no threads; it is immutable and safe to share, so a host can give each of its threads a part of the sheets
/// (<see cref="AnswerColumns.Split"/>) and merge the summaries. As in <see cref="CompiledForm"/>, whether required answers are there is not looked at.</remarks>
public sealed class ColumnarForm
{
    private readonly CompiledForm _form;
    private readonly ColumnPlan? _plan;
    private readonly int _width;

    private ColumnarForm(CompiledForm form, int width)
    {
        _form = form;
        _width = width;
        _plan = ColumnPlan.TryBuild(form, new ColumnLayout(form.Plan), out ColumnarLimit limit);
        Limit = limit;
    }

    /// <summary>The form.</summary>
    public EvaluationForm Form => _form.Form;

    /// <summary>Whether the form is scored by columns. Otherwise everything works all the same, row by row and slower; <see cref="Limit"/> says why.</summary>
    public bool IsColumnar => _plan is not null;

    /// <summary>Why the form is scored row by row; <see cref="ColumnarLimit.None"/> when it is not.</summary>
    public ColumnarLimit Limit { get; }

    private static int WidestVector =>
        Vector512.IsHardwareAccelerated ? Vector512<byte>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<byte>.Count
        : Vector128.IsHardwareAccelerated ? Vector128<byte>.Count
        : 0;

    /// <summary>Makes a form ready.</summary>
    public static ColumnarForm For(EvaluationForm form) => For(form, WidestVector);

    /// <summary>Makes a form ready for vectors of so many bytes: 64, 32, 16, or 0 for none.</summary>
    internal static ColumnarForm For(EvaluationForm form, int width) => new(CompiledForm.For(form), width);

    /// <summary>Scores every sheet.</summary>
    /// <param name="columns">The answers: to this form, or to one that asks the same questions with the same options.</param>
    /// <param name="scores">Where the scores go, in the order of the sheets.</param>
    /// <exception cref="ArgumentException">The answers are to other questions, or there is too little room.</exception>
    public void Score(AnswerColumns columns, Span<CompactScore> scores)
    {
        Guard(columns);
        if (scores.Length < columns.Count)
        {
            throw new ArgumentException($"there are {columns.Count} sheets and room for {scores.Length} scores", nameof(scores));
        }

        foreach (AnswerBlock block in columns.Blocks)
        {
            Score(block, scores);
            scores = scores[block.Count..];
        }
    }

    /// <summary>Counts outcomes, bands and bins, and works out the exact mean.</summary>
    /// <param name="columns">The answers: to this form, or to one that asks the same questions with the same options.</param>
    /// <param name="limits">The limits between bins, ascending, in the unit of the form's scores; none for one bin.</param>
    /// <exception cref="ArgumentException">The answers are to other questions; or the limits do not ascend or have another unit.</exception>
    public ColumnSummary Summarize(AnswerColumns columns, params ReadOnlySpan<Score> limits)
    {
        Guard(columns);
        Guard(limits);
        var tally = new ColumnTally(new CutPoints(Form, limits));
        if (_plan is null)
        {
            AddRows(columns, tally);
        }
        else
        {
            AddTiles(_plan, columns, tally);
        }

        return new ColumnSummary(Form, [.. limits], tally);
    }

    private void Score(AnswerBlock block, Span<CompactScore> scores)
    {
        if (_plan is null)
        {
            var codes = new long[_form.Length];
            for (int sheet = 0; sheet < block.Count; sheet++)
            {
                block.Read(sheet, codes);
                scores[sheet] = _form.Score(codes);
            }

            return;
        }

        TileSums adder = AdderFor(_plan);
        var sums = new TileScratch(_plan);
        var exact = new TileTally(_plan, new ColumnTally(new CutPoints(Form, [])));
        for (int first = 0; first < block.Count; first += ColumnLayout.Tile)
        {
            adder.AddUp(TileAt(_plan, block, first), sums);
            for (int sheet = 0; sheet < Math.Min(ColumnLayout.Tile, block.Count - first); sheet++)
            {
                scores[first + sheet] = exact.ScoreOf(sums, sheet);
            }
        }
    }

    private void AddRows(AnswerColumns columns, ColumnTally tally)
    {
        var codes = new long[_form.Length];
        foreach (AnswerBlock block in columns.Blocks)
        {
            for (int sheet = 0; sheet < block.Count; sheet++)
            {
                block.Read(sheet, codes);
                tally.Add(_form.Score(codes));
            }
        }
    }

    private void AddTiles(ColumnPlan plan, AnswerColumns columns, ColumnTally tally)
    {
        TileSums adder = AdderFor(plan);
        TileTally counter = CounterFor(plan, tally);
        var sums = new TileScratch(plan);
        foreach (AnswerBlock block in columns.Blocks)
        {
            counter.Enter(block);
            for (int first = 0; first < block.Count; first += ColumnLayout.Tile)
            {
                adder.AddUp(TileAt(plan, block, first), sums);
                counter.Add(sums, Math.Min(ColumnLayout.Tile, block.Count - first));
            }
        }

        counter.Close();
    }

    private static ReadOnlySpan<byte> TileAt(ColumnPlan plan, AnswerBlock block, int sheet) =>
        block.Tiles.Slice(sheet / ColumnLayout.Tile * plan.Layout.TileBytes, plan.Layout.TileBytes);

    private TileSums AdderFor(ColumnPlan plan) => _width switch
    {
        64 => new LaneSums<Lanes512, Vector512<byte>, Vector512<ushort>>(plan),
        32 => new LaneSums<Lanes256, Vector256<byte>, Vector256<ushort>>(plan),
        16 => new LaneSums<Lanes128, Vector128<byte>, Vector128<ushort>>(plan),
        _ => new PlainSums(plan),
    };

    private TileTally CounterFor(ColumnPlan plan, ColumnTally tally) => _width switch
    {
        64 => new LaneTally<Lanes512, Vector512<byte>, Vector512<ushort>>(plan, tally),
        32 => new LaneTally<Lanes256, Vector256<byte>, Vector256<ushort>>(plan, tally),
        16 => new LaneTally<Lanes128, Vector128<byte>, Vector128<ushort>>(plan, tally),
        _ => new TileTally(plan, tally),
    };

    private void Guard(AnswerColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (!SameQuestions.AreIn(columns.Form, Form))
        {
            throw new ArgumentException($"the answers are to `{columns.Form}`, whose questions or options differ from those of `{Form}`", nameof(columns));
        }
    }

    private void Guard(ReadOnlySpan<Score> limits)
    {
        for (int limit = 0; limit < limits.Length; limit++)
        {
            if (limits[limit].Unit != Form.Method.Unit)
            {
                throw new ArgumentException($"the limit `{limits[limit]}` has another unit than the scores of the form, `{Form.Method.Unit}`", nameof(limits));
            }

            if (limit > 0 && limits[limit] <= limits[limit - 1])
            {
                throw new ArgumentException($"the limit `{limits[limit]}` does not lie above `{limits[limit - 1]}` before it", nameof(limits));
            }
        }
    }
}

using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.Rescoring;

/// <summary>The answers of many sheets of one form version, stored by columns so that they can be scored many at a time.</summary>
/// <remarks>A question with at most 13 answers takes half a byte a sheet, one with at most 253 a byte. Made by <see cref="AnswerColumnsBuilder"/>.
/// Immutable and safe to share between threads.</remarks>
public sealed class AnswerColumns
{
    internal AnswerColumns(EvaluationForm form, ColumnLayout layout, ImmutableArray<AnswerBlock> blocks)
    {
        Form = form;
        Layout = layout;
        Blocks = blocks;
        Count = blocks.Sum(block => (long)block.Count);
    }

    /// <summary>The form version that was answered.</summary>
    public EvaluationForm Form { get; }

    /// <summary>How many sheets there are.</summary>
    public long Count { get; }

    internal ColumnLayout Layout { get; }

    internal ImmutableArray<AnswerBlock> Blocks { get; }

    /// <summary>The flat codes of one sheet, as they were added.</summary>
    /// <param name="sheet">Its position, from 0.</param>
    /// <param name="codes">Where they go: as long as the form's flat codes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sheet.</exception>
    /// <exception cref="ArgumentException">The room is too short.</exception>
    public void CopyTo(long sheet, Span<long> codes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sheet);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sheet, Count);
        if (codes.Length < Layout.Length)
        {
            throw new ArgumentException($"a sheet has {Layout.Length} codes, there is room for {codes.Length}", nameof(codes));
        }

        // Every block but the last is full.
        (long block, long place) = Math.DivRem(sheet, AnswerBlock.Capacity);
        Blocks[(int)block].Read((int)place, codes);
    }

    /// <summary>The same sheets in several parts, one after the other, for as many threads: their summaries merge to the summary of the whole.</summary>
    /// <param name="parts">How many parts, 1 or more. Parts are made of whole blocks of 65,536 sheets, so some may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one part.</exception>
    public ImmutableArray<AnswerColumns> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        int BlockAt(int part) => (int)((long)Blocks.Length * part / parts);
        return [.. Enumerable.Range(0, parts).Select(part => new AnswerColumns(Form, Layout, Blocks[BlockAt(part)..BlockAt(part + 1)]))];
    }
}

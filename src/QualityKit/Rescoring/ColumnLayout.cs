using System.Collections.Immutable;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>How the answers of many sheets are stored: in tiles of 256 sheets, in a tile one column after the other, two small questions to a column.</summary>
/// <remarks>A stored code is the flat code and 3 more, so that 0 is free for hidden questions while scoring. A question of at most 13
/// flat codes takes half a byte, one of at most 253 a byte; a form with a larger one is stored in rows of flat codes.</remarks>
internal sealed class ColumnLayout
{
    /// <summary>The sheets of a tile.</summary>
    public const int Tile = 256;

    /// <summary>The tiles of a full block.</summary>
    public const int BlockTiles = 256;

    /// <summary>What a stored code lies above its flat code.</summary>
    public const int Above = (int)-FlatAnswer.Hidden;

    private const int HalfByte = 16;
    private const int WholeByte = 256;

    public ColumnLayout(ScoringPlan plan)
    {
        Length = plan.Layout.Length;
        long[] codes = [.. plan.Questions.Select(question => CompiledForm.HighestCode(question, 0) + 1 + Above)];
        IsNarrow = codes.All(count => count <= WholeByte);
        if (IsNarrow)
        {
            Slots = Place(codes, out int columns);
            Columns = columns;
        }
    }

    /// <summary>How many codes a sheet has.</summary>
    public int Length { get; }

    /// <summary>Whether every code fits a byte; otherwise there are no slots.</summary>
    public bool IsNarrow { get; }

    /// <summary>The place of every question.</summary>
    public ImmutableArray<ColumnSlot> Slots { get; } = [];

    /// <summary>How many bytes a sheet takes.</summary>
    public int Columns { get; }

    /// <summary>How many bytes a tile takes.</summary>
    public int TileBytes => Columns * Tile;

    private static ImmutableArray<ColumnSlot> Place(long[] codes, out int columns)
    {
        var slots = ImmutableArray.CreateBuilder<ColumnSlot>(codes.Length);
        columns = 0;
        int half = -1;
        foreach (int count in codes.Select(count => (int)count))
        {
            if (count > HalfByte)
            {
                slots.Add(new ColumnSlot(columns++, 0, WholeByte - 1, count));
            }
            else if (half < 0)
            {
                half = columns++;
                slots.Add(new ColumnSlot(half, 0, HalfByte - 1, count));
            }
            else
            {
                slots.Add(new ColumnSlot(half, 4, HalfByte - 1, count));
                half = -1;
            }
        }

        return slots.MoveToImmutable();
    }
}

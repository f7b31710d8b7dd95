namespace QualityKit.Rescoring;

/// <summary>Room for one tile while it is scored: the sums of its groups, and what is worked out on the way.</summary>
internal sealed class TileScratch(ColumnPlan plan)
{
    private const int Tile = ColumnLayout.Tile;
    private const int WidestVector = 64;

    private readonly byte[] _visible = new byte[plan.Visibility.Masks * Tile];
    private readonly byte[] _stack = new byte[plan.Visibility.Deepest * WidestVector];
    private readonly ushort[] _earned = new ushort[plan.Groups.Length * Tile];
    private readonly byte[] _counted = new byte[plan.Groups.Length * Tile];
    private readonly byte[] _failed = new byte[Tile];

    /// <summary>For every item with a condition 255 where it is there.</summary>
    public Span<byte> Visible(int item) => _visible.AsSpan(item * Tile, Tile);

    /// <summary>Masks while a condition is worked out.</summary>
    public Span<byte> Stack => _stack;

    /// <summary>What every sheet earned in a group, in its steps.</summary>
    public Span<ushort> Earned(int group) => _earned.AsSpan(group * Tile, Tile);

    /// <summary>What counts in a group, in its steps.</summary>
    public Span<byte> Counted(int group) => _counted.AsSpan(group * Tile, Tile);

    /// <summary>255 where an answer failed the form.</summary>
    public Span<byte> Failed => _failed;

    /// <summary>Makes all sums 0.</summary>
    public void Clear()
    {
        _earned.AsSpan().Clear();
        _counted.AsSpan().Clear();
        _failed.AsSpan().Clear();
    }
}

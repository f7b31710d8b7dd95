namespace QualityKit.Rescoring;

/// <summary>Room for one tile while it is scored: the sums of its groups, and what is worked out on the way.</summary>
internal sealed class TileScratch
{
    private const int Tile = ColumnLayout.Tile;

    private readonly byte[] _visible;
    private readonly byte[] _stack;
    private readonly ushort[] _earned;
    private readonly byte[] _counted;
    private readonly byte[] _failed = new byte[Tile];

    public TileScratch(ColumnPlan plan)
    {
        _visible = new byte[plan.Visibility.Masks * Tile];
        _stack = new byte[plan.Visibility.Deepest * Tile];
        _earned = new ushort[plan.Groups.Length * Tile];
        _counted = new byte[plan.Groups.Length * Tile];
        Visible(0).Fill(byte.MaxValue);
    }

    /// <summary>255 where an item is there; the first mask is 255 everywhere.</summary>
    public Span<byte> Visible(int item) => _visible.AsSpan(item * Tile, Tile);

    /// <summary>A mask on the stack while a condition is worked out.</summary>
    public Span<byte> Stack(int depth) => _stack.AsSpan(depth * Tile, Tile);

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

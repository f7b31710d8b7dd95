namespace QualityKit.Forms;

/// <summary>What a group holds: a question or a further group.</summary>
public abstract record FormItem
{
    private protected FormItem()
    {
    }

    /// <summary>The stable key: 1 to 100 letters, digits, <c>.</c>, <c>_</c> or <c>-</c>; unique among the groups or among the questions of the form.</summary>
    public required string Key { get; init; }

    /// <summary>When the item is there (rule S2); null: always.</summary>
    public Condition? VisibleWhen { get; init; }

    internal abstract bool IsGroup { get; }
}

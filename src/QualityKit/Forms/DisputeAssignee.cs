namespace QualityKit.Forms;

/// <summary>Who handles a dispute.</summary>
public sealed record DisputeAssignee
{
    private DisputeAssignee(DisputeAssigneeKind kind, string? userId = null)
    {
        Kind = kind;
        UserId = userId;
    }

    /// <summary>The evaluator who submitted the evaluation.</summary>
    public static DisputeAssignee Original { get; } = new(DisputeAssigneeKind.Original);

    /// <summary>Nobody until someone takes it.</summary>
    public static DisputeAssignee None { get; } = new(DisputeAssigneeKind.None);

    /// <summary>Which it is.</summary>
    public DisputeAssigneeKind Kind { get; }

    /// <summary>The id of a named user in the host's directory; null otherwise.</summary>
    public string? UserId { get; }

    /// <summary>A named user.</summary>
    public static DisputeAssignee User(string userId)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return new(DisputeAssigneeKind.User, userId);
    }
}

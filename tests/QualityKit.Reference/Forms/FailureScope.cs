namespace QualityKit.Reference.Forms;

/// <summary>What fails: the group with this key, or the form when there is none.</summary>
internal sealed record FailureScope(string? Group)
{
    public static FailureScope Form { get; } = new((string?)null);
}

namespace QualityKit.Analysis;

/// <summary>A warning that could be neither given nor ruled out within the limits.</summary>
public sealed record OpenCheck
{
    /// <summary>The code of the warning.</summary>
    public required string Code { get; init; }

    /// <summary>Where in the form it would be, as a JSON pointer; empty for the form as a whole.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Code and place in one line.</summary>
    public override string ToString() => Pointer.Length == 0 ? Code : $"{Code} at {Pointer}";
}

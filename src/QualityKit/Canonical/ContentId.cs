namespace QualityKit.Canonical;

/// <summary>Names a piece of personal content. It derives from the command that brought the content and from its place in it.</summary>
/// <param name="Value">The id.</param>
public readonly record struct ContentId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}

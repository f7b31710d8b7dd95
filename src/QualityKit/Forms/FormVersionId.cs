namespace QualityKit.Forms;

/// <summary>Identifies one published version of a form by its content: SHA-256 of the canonical form, 64 hexadecimal digits.</summary>
/// <param name="Value">The digits, lower case.</param>
public readonly record struct FormVersionId(string Value)
{
    /// <summary>The digits.</summary>
    public override string ToString() => Value ?? "";
}

namespace QualityKit.Evaluations;

/// <summary>Names an evaluation for its whole life, across its versions.</summary>
/// <param name="Value">1 to 128 bytes of UTF-8, as the host writes it.</param>
public readonly record struct EvaluationId(string Value)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value ?? "";
}

namespace QualityKit.Reference.Rules;

/// <summary>Something that failed (S15).</summary>
/// <param name="Question">The question that caused it.</param>
/// <param name="Option">The option that was selected; null for a range and for other causes.</param>
/// <param name="Cause"><c>option</c>, <c>fatal</c> or <c>critical</c>.</param>
/// <param name="Group">The group that failed; null for the form.</param>
internal sealed record Failure(string Question, string? Option, string Cause, string? Group);

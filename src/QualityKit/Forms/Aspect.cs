namespace QualityKit.Forms;

/// <summary>One member of a part of a form, and what it means when it changes.</summary>
/// <typeparam name="T">The part.</typeparam>
/// <param name="Member">The member as docs/form-format.md names it.</param>
/// <param name="Effect">What a change of it can do.</param>
/// <param name="Value">Its value; null for none.</param>
internal sealed record Aspect<T>(string Member, FormChangeEffect Effect, Func<T, object?> Value);

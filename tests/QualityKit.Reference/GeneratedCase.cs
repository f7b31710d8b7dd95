namespace QualityKit.Reference;

/// <summary>A valid form with a valid answer sheet for it.</summary>
/// <param name="Seed">What <see cref="CaseGenerator.Generate(long)"/> gives the same case for.</param>
/// <param name="Form">The text of a <c>qualitykit.form/1</c>.</param>
/// <param name="Answers">The text of a <c>qualitykit.answers/1</c>.</param>
public sealed record GeneratedCase(long Seed, string Form, string Answers);

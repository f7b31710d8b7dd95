namespace QualityKit.Analysis;

/// <summary>An option, a range or the N/A of a question, which may be without effect.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Its position among the options or ranges; -1 for N/A.</param>
/// <param name="Pairs">The classes of answers with it, each beside a class that it is compared with; -1: with every other class.</param>
/// <param name="IsComplete">Whether the pairs are all there are.</param>
internal sealed record AnswerChoice(AnswerChoiceKind Kind, int Position, (int With, int Without)[] Pairs, bool IsComplete = true);

namespace QualityKit.Analysis;

/// <summary>An option, a range or the N/A of a question, which may be without effect.</summary>
/// <param name="Option">Its position among the options of a multiple selection; -1 of anything else.</param>
/// <param name="Pairs">The classes of answers with it, each beside a class that it is compared with; -1: with every other class.</param>
/// <param name="IsComplete">Whether the pairs are all there are.</param>
internal sealed record AnswerChoice(int Option, (int With, int Without)[] Pairs, bool IsComplete = true);

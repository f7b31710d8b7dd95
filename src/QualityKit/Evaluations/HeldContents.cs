using QualityKit.Canonical;

namespace QualityKit.Evaluations;

/// <summary>Every text that an evaluation refers to: what is exported and erased with a person.</summary>
public static class HeldContents
{
    /// <summary>The references, in the order in which the evaluation holds them.</summary>
    public static IEnumerable<ContentRef> Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return evaluation.Versions.SelectMany(Of)
            .Concat(evaluation.Disputes.SelectMany(Of))
            .Concat(evaluation.Comments.Select(comment => comment.Content))
            .Concat(evaluation.Suggestions.SelectMany(Of))
            .OfType<ContentRef>()
            .DistinctBy(content => content.Id);
    }

    private static IEnumerable<ContentRef?> Of(EvaluationVersion version) =>
        [.. version.Answers.Texts.Select(text => text.Content), version.Reason, version.Acknowledgement?.Comment];

    private static IEnumerable<ContentRef?> Of(Dispute dispute) =>
        [dispute.Reason, .. dispute.Questions.Select(question => question.ProposedText), dispute.Resolution?.Reason];

    private static IEnumerable<ContentRef?> Of(MachineAnswer suggestion) =>
        [suggestion.Text, .. suggestion.Evidence.Select(evidence => evidence.Quote)];
}

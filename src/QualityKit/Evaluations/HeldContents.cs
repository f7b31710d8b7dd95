using QualityKit.Canonical;

namespace QualityKit.Evaluations;

/// <summary>Every text that an evaluation refers to: what is exported and erased with a person.</summary>
public static class HeldContents
{
    /// <summary>The references, in the order in which the evaluation holds them.</summary>
    public static IEnumerable<ContentRef> Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return Of(evaluation.Versions, evaluation.Disputes, evaluation.Comments, evaluation.Suggestions);
    }

    /// <summary>The references of some parts.</summary>
    internal static IEnumerable<ContentRef> Of(
        IEnumerable<EvaluationVersion> versions, IEnumerable<Dispute> disputes, IEnumerable<EvaluationComment> comments, IEnumerable<MachineAnswer> suggestions) =>
        versions.SelectMany(Of)
            .Concat(disputes.SelectMany(Of))
            .Concat(comments.Select(comment => comment.Content))
            .Concat(suggestions.SelectMany(Of))
            .OfType<ContentRef>()
            .DistinctBy(content => content.Id);

    private static IEnumerable<ContentRef?> Of(EvaluationVersion version) =>
        [.. version.Answers.Texts.Select(text => text.Content), version.Reason, version.Acknowledgement?.Comment];

    private static IEnumerable<ContentRef?> Of(Dispute dispute) =>
        [dispute.Reason, .. dispute.Questions.Select(question => question.ProposedText), dispute.Resolution?.Reason];

    private static IEnumerable<ContentRef?> Of(MachineAnswer suggestion) =>
        [suggestion.Text, .. suggestion.Evidence.Select(evidence => evidence.Quote)];
}

using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Interactions;

namespace QualityKit.Evaluations;

/// <summary>The port to whatever answers forms by itself: phrase rules, a model.</summary>
public interface IAnswerSuggester
{
    /// <summary>What it would answer. A question that it does not speak of has no suggestion; one that it failed at says why.</summary>
    Task<ImmutableArray<AnswerSuggestion>> SuggestAsync(EvaluationForm form, Interaction interaction, CancellationToken cancellationToken);
}

namespace QualityKit.Reference.Forms;

/// <summary>A question as far as scoring reads it.</summary>
internal sealed class Question : Item
{
    public required QuestionKind Kind { get; init; }

    public required bool Required { get; init; }

    public bool Critical { get; init; }

    public bool Fatal { get; init; }

    public bool Bonus { get; init; }

    /// <summary>Flagged as excluded from scoring.</summary>
    public bool Excluded { get; init; }

    /// <summary>What fails when the question is fatal or critical.</summary>
    public FailureScope FailureScope { get; init; } = FailureScope.Form;

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The options of a choice or multiple selection, the ranges of a number; else none.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The most points a multiple selection earns; null for no cap.</summary>
    public ExactNumber? Cap { get; init; }

    /// <summary>Whether answers to this kind of question have points (S4).</summary>
    public bool HasPoints => Kind is QuestionKind.Choice or QuestionKind.MultiSelect or QuestionKind.Number;
}

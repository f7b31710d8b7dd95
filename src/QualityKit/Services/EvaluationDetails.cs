using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Privacy;
using QualityKit.Scoring;

namespace QualityKit.Services;

/// <summary>An evaluation as one actor may see it at one instant, with its texts.</summary>
public sealed record EvaluationDetails
{
    private readonly ImmutableDictionary<ContentId, string> _texts;

    internal EvaluationDetails(EvaluationSight sight, Subject subject, InteractionPart part, EvaluationForm form, ImmutableDictionary<ContentId, string> texts)
    {
        Sight = sight;
        Subject = subject;
        Part = part;
        Form = form;
        _texts = texts;
    }

    /// <summary>Which evaluation.</summary>
    public EvaluationId Id { get; internal init; }

    /// <summary>What it is for.</summary>
    public EvaluationKind Kind { get; internal init; }

    /// <summary>Where it stands, as far as the actor sees it.</summary>
    public EvaluationStatus Status { get; internal init; }

    /// <summary>How its subject is shown: where not by name, their pseudonym, or <see cref="Disclosure.Nobody"/>, stands wherever their id would.</summary>
    public Naming Naming { get; internal init; }

    /// <summary>Whose work it looks at.</summary>
    public Subject Subject { get; }

    /// <summary>The interaction; null where none was recorded.</summary>
    public InteractionId? Interaction { get; internal init; }

    /// <summary>Which piece of it.</summary>
    public InteractionPart Part { get; }

    /// <summary>The exact form version.</summary>
    public EvaluationForm Form { get; }

    /// <summary>Who evaluates, until when; null where the content is not shown to its subject.</summary>
    public Assignment? Assignment { get; internal init; }

    /// <summary>Which version is shown, and why; or why none.</summary>
    public EvaluationSight Sight { get; }

    /// <summary>The answers of the version that is shown, with their texts; null for none. A text that was erased stays a mark.</summary>
    public AnswerSheet? Answers { get; internal init; }

    /// <summary>The score of the version that is shown; null for none.</summary>
    public Scorecard? Scorecard { get; internal init; }

    /// <summary>The comments that the actor may read, in order.</summary>
    public ImmutableArray<EvaluationComment> Comments { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The disputes that the actor may read, in order.</summary>
    public ImmutableArray<Dispute> Disputes { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What machines suggested; for whoever may read comments of evaluators.</summary>
    public ImmutableArray<MachineAnswer> Suggestions { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the actor may do now.</summary>
    public ImmutableArray<EvaluationAction> Allowed { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>A text that the evaluation refers to; null when it was erased, or is not shown to the actor.</summary>
    public string? TextOf(ContentRef content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return _texts.GetValueOrDefault(content.Id);
    }

    /// <summary>The evaluation and why the actor sees of it what they see.</summary>
    public override string ToString() => $"evaluation {Id}, {Status}: {Sight}";
}

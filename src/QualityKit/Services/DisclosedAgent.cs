using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <summary>The subject of an evaluation as one reader is shown them: by id, or what stands in its place wherever it would be.</summary>
internal sealed class DisclosedAgent
{
    private readonly PersonId? _agent;
    private readonly PersonId _shown;

    public DisclosedAgent(PersonId? agent, Disclosure disclosure)
    {
        _agent = agent;
        _shown = agent is { } known ? Show(known, disclosure) : default;
        Naming = agent is null || agent == _shown ? Naming.Named : disclosure.Naming;
    }

    /// <summary>How they are shown.</summary>
    public Naming Naming { get; }

    /// <summary>An agent as they are shown: their id, their pseudonym, or <see cref="Disclosure.Nobody"/>.</summary>
    public static PersonId Show(PersonId agent, Disclosure disclosure) => new(disclosure.NameOf(agent) ?? Disclosure.Nobody);

    public Subject Of(Subject subject) => Naming == Naming.Named ? subject : Subject.Of(_shown);

    public PersonId Of(PersonId person) => person == _agent ? _shown : person;

    public PersonId? Of(PersonId? person) => person is { } known ? Of(known) : null;

    public Assignment Of(Assignment assignment) => assignment with { Evaluator = Of(assignment.Evaluator), By = Of(assignment.By) };

    public EvaluationComment Of(EvaluationComment comment) => comment with { Author = Of(comment.Author) };

    public Dispute Of(Dispute dispute) => dispute with
    {
        RaisedBy = Of(dispute.RaisedBy),
        Reviewer = Of(dispute.Reviewer),
        Resolution = dispute.Resolution is { } resolution ? resolution with { By = Of(resolution.By) } : null,
    };

    public EvaluationVersion Of(EvaluationVersion version) => version with
    {
        ScoredBy = Of(version.ScoredBy),
        Confirmation = version.Confirmation is { } confirmation ? confirmation with { By = Of(confirmation.By) } : null,
        Acknowledgement = version.Acknowledgement is { } acknowledgement ? acknowledgement with { By = Of(acknowledgement.By) } : null,
    };
}

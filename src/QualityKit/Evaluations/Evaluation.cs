using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Evaluations;

/// <summary>One filled-in form about one piece of work, with its whole life. Only <see cref="EvaluationWorkflow"/> makes and changes one.</summary>
/// <remarks>Immutable. It holds instants, not a status: <see cref="StatusAt"/> works the status out (rule E1). It holds no personal content.</remarks>
public sealed record Evaluation
{
    internal Evaluation(EvaluationOrigin origin, Subject subject, InteractionPart part, Assignment assignment)
    {
        Origin = origin;
        Subject = subject;
        Part = part;
        Assignment = assignment;
    }

    /// <summary>Names it for its whole life.</summary>
    public EvaluationId Id { get; internal init; }

    /// <summary>Whose it is.</summary>
    public TenantId Tenant { get; internal init; }

    /// <summary>What it is for.</summary>
    public EvaluationKind Kind { get; internal init; }

    /// <summary>What brought it about.</summary>
    public EvaluationOrigin Origin { get; internal init; }

    /// <summary>Whose work it looks at.</summary>
    public Subject Subject { get; internal init; }

    /// <summary>The interaction; null where none was recorded.</summary>
    public InteractionId? Interaction { get; internal init; }

    /// <summary>Which piece of it.</summary>
    public InteractionPart Part { get; internal init; }

    /// <summary>The evaluation that it is a review of; null for every other kind.</summary>
    public EvaluationId? Reviewed { get; internal init; }

    /// <summary>The calibration session that it belongs to; null for every other kind.</summary>
    public CalibrationSessionId? Session { get; internal init; }

    /// <summary>The exact version of the form.</summary>
    public FormVersionId Form { get; internal init; }

    /// <summary>The folder of the form; null for the root.</summary>
    public string? Directory { get; internal init; }

    /// <summary>What the subject belonged to at the time of the interaction; null for nothing.</summary>
    public Unit? Unit { get; internal init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>Who evaluates, until when.</summary>
    public Assignment Assignment { get; internal init; }

    /// <summary>When somebody started; null while nobody has.</summary>
    public DateTimeOffset? StartedAt { get; internal init; }

    /// <summary>What was submitted, version 1 first.</summary>
    public ImmutableArray<EvaluationVersion> Versions { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was disputed, in order.</summary>
    public ImmutableArray<Dispute> Disputes { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Comments beside the answers, in order.</summary>
    public ImmutableArray<EvaluationComment> Comments { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What machines suggested, the latest for each question.</summary>
    public ImmutableArray<MachineAnswer> Suggestions { get; internal init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What another system said of it; null if it was not imported.</summary>
    public RecordedElsewhere? Recorded { get; internal init; }

    /// <summary>What is left of it; null while it lives.</summary>
    public Tombstone? Tombstone { get; internal init; }

    /// <summary>The version that counts; null before the first.</summary>
    public EvaluationVersion? Current => Versions.LastOrDefault();

    /// <summary>The dispute that is open; null for none.</summary>
    public Dispute? OpenDispute => Disputes.LastOrDefault(dispute => dispute.IsOpen);

    /// <summary>Where it stands at an instant (rule E1).</summary>
    public EvaluationStatus StatusAt(DateTimeOffset now) =>
        Tombstone is not null ? EvaluationStatus.Deleted
        : Current is { } version ? StatusOf(version, now)
        : Assignment.Deadlines.ExpiresAt <= now ? EvaluationStatus.Expired
        : StartedAt is not null ? EvaluationStatus.InProgress
        : EvaluationStatus.Pending;

    /// <summary>Where one of its versions stands at an instant (rule E1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no version of the number.</exception>
    public EvaluationStatus StatusOf(int version, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, Versions.Length);
        return version < Versions.Length ? EvaluationStatus.Superseded : StatusAt(now);
    }

    /// <summary>The version that the subject sees at an instant: the last that was released while it was the current one; null for none (rule E6).</summary>
    public EvaluationVersion? SeenBySubject(DateTimeOffset now) => Versions.LastOrDefault(version => WasReleased(version, now));

    /// <summary>When the subject first saw a version; null if they have not (rule E9).</summary>
    public DateTimeOffset? FirstRelease(DateTimeOffset now) => Versions.FirstOrDefault(version => WasReleased(version, now))?.ReleaseAt;

    /// <summary>Whether the subject is asked to acknowledge and has not (rule E8).</summary>
    /// <exception cref="ArgumentException">The form is another one.</exception>
    public bool AwaitsAcknowledgement(EvaluationForm form, DateTimeOffset now)
    {
        GuardForm(form);
        return StatusAt(now) == EvaluationStatus.Released && (form.Settings.RequiresAcknowledgement || Current!.AsksAcknowledgement);
    }

    /// <summary>Whether it counts in averages of its subject at an instant. While a dispute is open it does, and is marked.</summary>
    public bool CountsForSubject(DateTimeOffset now) =>
        EvaluationKinds.CountsForSubject(Kind)
        && StatusAt(now) is EvaluationStatus.Finished or EvaluationStatus.Released or EvaluationStatus.Acknowledged or EvaluationStatus.Disputed;

    /// <summary>What access needs to know of it.</summary>
    /// <param name="today">What the subject belongs to today; null for nothing.</param>
    /// <param name="attributes">The attributes of the interaction; null where they are not known.</param>
    public AccessTarget TargetFor(Unit? today, AttributeSet? attributes) => new()
    {
        Tenant = Tenant,
        Subject = Subject.Who,
        UnitToday = today,
        UnitThen = Unit,
        Workers = [.. Versions.Select(version => version.ScoredBy).Concat(new[] { Assignment.Evaluator, OpenDispute?.Reviewer }.OfType<PersonId>()).Distinct()],
        IsUnclaimed = Current is null && Assignment.Evaluator is null,
        Directory = Directory,
        Attributes = attributes,
    };

    /// <summary>The id and the number of versions.</summary>
    public override string ToString() => $"evaluation {Id} with {Versions.Length} versions";

    internal void GuardForm(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Id != Form)
        {
            throw new ArgumentException($"the evaluation was made with the form version `{Form}`, and this is `{form.Id}`", nameof(form));
        }
    }

    internal void GuardTarget(ActorAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (access.Target.Tenant != Tenant || access.Target.Subject != Subject.Who)
        {
            throw new ArgumentException("access was asked for another target than the evaluation", nameof(access));
        }
    }

    private EvaluationStatus StatusOf(EvaluationVersion version, DateTimeOffset now) =>
        OpenDispute is not null ? EvaluationStatus.Disputed
        : version.Acknowledgement is not null ? EvaluationStatus.Acknowledged
        : version.IsReleasedBy(now) ? EvaluationStatus.Released
        : EvaluationStatus.Finished;

    private bool WasReleased(EvaluationVersion version, DateTimeOffset now) =>
        version.IsReleasedBy(now) && (version.Number == Versions.Length || version.IsReleasedBy(Versions[version.Number].SubmittedAt));
}

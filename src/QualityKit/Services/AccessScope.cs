using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>One operation of one actor: whoever it asks about, it asks once.</summary>
internal sealed class AccessScope(AccessPolicy policy, Actor actor, DateTimeOffset now, IPeopleDirectory people, IInteractionSource? interactions, IAccessPolicies policies)
{
    private readonly Dictionary<PersonId, UnitTimeline> _units = [];
    private readonly Dictionary<InteractionId, Interaction?> _interactions = [];

    /// <summary>The blind calibration sessions that the actor takes part in, as far as they compare with evaluations that were there before; null until somebody has looked.</summary>
    public ImmutableArray<CalibrationSession>? BlindSessions { get; set; }

    /// <summary>The time of the operation.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Who acts.</summary>
    public Actor Actor => actor;

    /// <summary>The actor before an evaluation.</summary>
    public async ValueTask<ActorAccess> BeforeAsync(Evaluation evaluation, CancellationToken cancellationToken)
    {
        Unit? today = await UnitAsync(evaluation.Subject, now, cancellationToken).ConfigureAwait(false);
        return AccessRules.For(policy, actor, evaluation.TargetFor(today, await AttributesAsync(evaluation.Interaction, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>The actor before an evaluation that is to be.</summary>
    /// <param name="subject">Whose work it looks at.</param>
    /// <param name="interaction">The interaction; null for none.</param>
    /// <param name="then">What the subject belonged to then.</param>
    /// <param name="form">The form.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<ActorAccess> BeforeNewAsync(Subject subject, InteractionId? interaction, Unit? then, EvaluationForm form, CancellationToken cancellationToken) =>
        AccessRules.For(policy, actor, new()
        {
            Tenant = actor.Tenant,
            Subject = subject.Who,
            UnitToday = await UnitAsync(subject, now, cancellationToken).ConfigureAwait(false),
            UnitThen = then,
            Directory = form.Directory,
            Attributes = await AttributesAsync(interaction, cancellationToken).ConfigureAwait(false),
        });

    /// <summary>The actor before an interaction, as far as it is about one of those who served.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="agent">Who served; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<ActorAccess> BeforeInteractionAsync(Interaction interaction, PersonId? agent, CancellationToken cancellationToken) =>
        AccessRules.For(policy, actor, new()
        {
            Tenant = interaction.Tenant,
            Subject = agent,
            UnitToday = agent is { } today ? await UnitAsync(Subject.Of(today), now, cancellationToken).ConfigureAwait(false) : null,
            UnitThen = agent is { } then ? await UnitAsync(Subject.Of(then), interaction.StartedAt, cancellationToken).ConfigureAwait(false) : null,
            Attributes = interaction.Attributes,
        });

    /// <summary>Whether the actor may see an interaction: whoever may see that of one of those who served may see it.</summary>
    public ValueTask<AccessDecision> DecideViewAsync(Interaction interaction, CancellationToken cancellationToken) =>
        DecideAsync(interaction, Permission.ViewInteractions, cancellationToken);

    /// <summary>Whether the actor may do something with an interaction: whoever may with that of one of those who served may.</summary>
    public async ValueTask<AccessDecision> DecideAsync(Interaction interaction, Permission permission, CancellationToken cancellationToken)
    {
        AccessDecision? decision = null;
        foreach (PersonId? agent in interaction.Agents.Select(agent => (PersonId?)agent).DefaultIfEmpty(null))
        {
            decision = (await BeforeInteractionAsync(interaction, agent, cancellationToken).ConfigureAwait(false)).Decide(permission);
            if (decision.IsAllowed)
            {
                break;
            }
        }

        return decision!;
    }

    /// <summary>Lets the actor see something of an interaction, or denies it; the log is told of either.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see it.</exception>
    public async ValueTask DemandViewAsync(Interaction interaction, (string Kind, string Id) thing, CancellationToken cancellationToken)
    {
        AccessDecision decision = await DecideViewAsync(interaction, cancellationToken).ConfigureAwait(false);
        if (!decision.IsAllowed)
        {
            await policies.DeniedAsync(actor, thing, decision, cancellationToken).ConfigureAwait(false);
            throw new AccessDeniedException(decision);
        }

        await policies.ReadAsync(actor, thing, decision, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a subject belonged to at the time of an interaction; at the time of the operation where the interaction is not known.</summary>
    public async ValueTask<Unit?> UnitThenAsync(Subject subject, InteractionId? interaction, CancellationToken cancellationToken)
    {
        Interaction? known = await InteractionAsync(interaction, cancellationToken).ConfigureAwait(false);
        return await UnitAsync(subject, known?.StartedAt ?? now, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Unit?> UnitAsync(Subject subject, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (subject.Who is not { } person)
        {
            return null;
        }

        if (!_units.TryGetValue(person, out UnitTimeline? units))
        {
            Person? known = await people.FindAsync(actor.Tenant, person, cancellationToken).ConfigureAwait(false);
            _units[person] = units = known?.Units ?? UnitTimeline.Empty;
        }

        return units.At(at);
    }

    // Attributes are looked at only where a rule speaks of them. Those of an interaction that nobody reported, or that is gone, are not known.
    private async ValueTask<AttributeSet?> AttributesAsync(InteractionId? interaction, CancellationToken cancellationToken) =>
        policy.Attributes.IsEmpty || interaction is null ? AttributeSet.Empty
        : (await InteractionAsync(interaction, cancellationToken).ConfigureAwait(false))?.Attributes;

    private async ValueTask<Interaction?> InteractionAsync(InteractionId? interaction, CancellationToken cancellationToken)
    {
        if (interaction is not { } id || interactions is null)
        {
            return null;
        }

        if (!_interactions.TryGetValue(id, out Interaction? known))
        {
            _interactions[id] = known = await interactions.FindAsync(actor.Tenant, id, cancellationToken).ConfigureAwait(false);
        }

        return known;
    }
}

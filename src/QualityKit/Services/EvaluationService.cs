using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Evaluations from their assignment to their acknowledgement, stored. docs/services.md has the whole of it in ten lines.</summary>
/// <remarks>
/// Each method loads, asks for access, applies one pure function and commits once; when somebody else was faster it starts over. It does what was
/// asked, or throws and has changed nothing: <see cref="ValidationFailedException"/> for what a person wrote, with every issue,
/// <see cref="TransitionNotAllowedException"/>, <see cref="AccessDeniedException"/>, <see cref="EntityNotFoundException"/>,
/// <see cref="ConcurrencyConflictException"/>. When storage cannot be reached, the same command can be sent again and has one effect. Safe to share between threads.
/// </remarks>
public sealed partial class EvaluationService
{
    private const string Kind = "evaluation";

    private readonly IDocumentStore _documents;
    private readonly IPeopleDirectory _people;
    private readonly TimeProvider _time;
    private readonly AccessDesk _desk;
    private readonly Journal _journal;
    private readonly EvaluationStore _evaluations;
    private readonly FormDesk _forms;
    private readonly DisclosureDesk _disclosure;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="people">Who belongs where today.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="interactions">Where interactions are; null where the library is told of none. Rules of access about attributes need it.</param>
    public EvaluationService(
        IDocumentStore documents, IPeopleDirectory people, IAccessPolicies policies, IAuditKeys auditKeys, TimeProvider time, IInteractionSource? interactions = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _people = people;
        _time = time;
        _desk = new(policies, people, interactions);
        _journal = new(documents, auditKeys);
        _evaluations = new(documents, _journal);
        _forms = new(documents);
        _disclosure = new(documents);
    }

    /// <summary>Where the key is that pseudonyms of agents are made with; null where there is none, and then who should be shown by pseudonym is hidden.</summary>
    public IKeepingTerms? Terms { get; init; }

    /// <summary>Creates an evaluation. What its subject belonged to is looked up where it is not given.</summary>
    /// <param name="actor">Who creates it.</param>
    /// <param name="form">The form version to evaluate with.</param>
    /// <param name="given">What it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its id, which derives from the command.</returns>
    public Task<EvaluationId> CreateAsync(Actor actor, FormVersionId form, NewEvaluation given, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(given);
        return BeginAsync(given.IdIn(actor.Tenant), async stored =>
        {
            if (stored is not null)
            {
                return true;
            }

            AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            EvaluationForm published = await _forms.GetAsync(actor.Tenant, form, cancellationToken).ConfigureAwait(false);
            DocumentBatch batch = await _forms.WithOpenAsync(DocumentBatch.For(actor.Tenant, given.Id), published, cancellationToken).ConfigureAwait(false);
            NewEvaluation whole = given with { Unit = given.Unit ?? await scope.UnitThenAsync(given.Subject, given.Interaction, cancellationToken).ConfigureAwait(false) };
            ActorAccess access = await scope.BeforeNewAsync(whole.Subject, whole.Interaction, whole.Unit, published, cancellationToken).ConfigureAwait(false);
            EvaluationChange change = EvaluationWorkflow.Create(whole, published, access, scope.Now).Value;
            return await _evaluations.CommitAsync(batch, before: null, change, published, scope.Now, cancellationToken).ConfigureAwait(false);
        }, actor, cancellationToken);
    }

    /// <summary>Takes in an evaluation that was finished elsewhere; the same source id again changes nothing.</summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="form">The form version that its answers are held against.</param>
    /// <param name="given">What the other system recorded.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its id, which derives from the other system and its id there.</returns>
    public Task<EvaluationId> ImportAsync(Actor actor, FormVersionId form, ImportedEvaluation given, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(given);
        return BeginAsync(given.IdIn(actor.Tenant), async stored =>
        {
            AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            EvaluationForm published = await _forms.GetAsync(actor.Tenant, form, cancellationToken).ConfigureAwait(false);
            ActorAccess access = await scope.BeforeNewAsync(given.Subject, given.Interaction, given.Unit, published, cancellationToken).ConfigureAwait(false);
            EvaluationChange change = EvaluationWorkflow.Import(given, stored?.Evaluation, published, access, scope.Now).Value;
            return stored is not null || await _evaluations.CommitAsync(DocumentBatch.For(actor.Tenant, given.Id), before: null, change, published, scope.Now, cancellationToken).ConfigureAwait(false);
        }, actor, cancellationToken);
    }

    /// <summary>Carries out a command. Every other method that changes an evaluation makes one and comes here.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="evaluation">Which evaluation.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The command was carried out before, by somebody else or for another evaluation.</exception>
    public Task<EvaluationReceipt> ApplyAsync(Actor actor, EvaluationId evaluation, EvaluationCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(command);
        return _desk.Policies.WatchAsync(actor, (Kind, evaluation.Value), () => Attempts.RunAsync((Kind, evaluation.Value), async () =>
        {
            (StoredEvaluation stored, EvaluationForm form) = await LoadAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false);
            if (await DoneAsync(actor, stored.Evaluation.Id, command, cancellationToken).ConfigureAwait(false) is { } facts)
            {
                (stored, _) = await LoadAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false);
                return Receipt(stored.Evaluation, form, command, facts);
            }

            AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            ActorAccess access = await scope.BeforeAsync(stored.Evaluation, cancellationToken).ConfigureAwait(false);
            EvaluationChange change = EvaluationWorkflow.Apply(stored.Evaluation, command, form, access, scope.Now).Value;
            DocumentBatch batch = await WithSessionAsync(DocumentBatch.For(actor.Tenant, command.Id), stored.Evaluation, command.Action, access, scope, cancellationToken).ConfigureAwait(false);
            return await _evaluations.CommitAsync(batch, stored, change, form, scope.Now, cancellationToken).ConfigureAwait(false)
                ? Receipt(change.Evaluation, form, command, change.Facts)
                : null;
        }), cancellationToken);
    }

    /// <summary>Carries out a command on each evaluation of a selection. Run again with the same command, it goes on where it stopped: what was done is not done twice.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="evaluations">Which evaluations.</param>
    /// <param name="command">To assign, to release, or to delete; each evaluation gets it under an id that derives from the command's and its own.</param>
    /// <param name="cancellationToken">Stops the work, between two evaluations.</param>
    /// <returns>An outcome for each, as it comes. When storage cannot be reached, the run breaks off.</returns>
    /// <exception cref="ArgumentException">The command is another one.</exception>
    public IAsyncEnumerable<SelectionOutcome> ApplyToAllAsync(
        Actor actor, IEnumerable<EvaluationId> evaluations, EvaluationCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(evaluations);
        ArgumentNullException.ThrowIfNull(command);
        return command is AssignEvaluation or ReleaseEvaluation or DeleteEvaluation
            ? EachAsync(actor, evaluations, command, cancellationToken)
            : throw new ArgumentException($"{command.Action} is not for selections: Assign, Release and Delete are", nameof(command));
    }

    private async IAsyncEnumerable<SelectionOutcome> EachAsync(
        Actor actor,
        IEnumerable<EvaluationId> evaluations,
        EvaluationCommand command,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (EvaluationId evaluation in evaluations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EvaluationCommand own = command with { Id = DerivedIds.Command(command.Id, evaluation) };
            yield return await OutcomeAsync(actor, evaluation, own, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SelectionOutcome> OutcomeAsync(Actor actor, EvaluationId evaluation, EvaluationCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return new() { Evaluation = evaluation, Receipt = await ApplyAsync(actor, evaluation, command, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception failure) when (failure
            is ValidationFailedException or TransitionNotAllowedException or AccessDeniedException or EntityNotFoundException or ConcurrencyConflictException)
        {
            return new() { Evaluation = evaluation, Failure = failure };
        }
    }

    private async Task<EvaluationId> BeginAsync(EvaluationId id, Func<StoredEvaluation?, Task<bool>> begin, Actor actor, CancellationToken cancellationToken)
    {
        await _desk.Policies.WatchAsync(actor, (Kind, id.Value), () => Attempts.RunAsync((Kind, id.Value), async () =>
        {
            StoredEvaluation? stored = await _evaluations.FindAsync(actor.Tenant, id, cancellationToken).ConfigureAwait(false);
            return await begin(stored).ConfigureAwait(false) ? id.Value : null;
        }), cancellationToken).ConfigureAwait(false);
        return id;
    }

    private async Task<(StoredEvaluation Stored, EvaluationForm Form)> LoadAsync(TenantId tenant, EvaluationId evaluation, CancellationToken cancellationToken)
    {
        StoredEvaluation stored = await _evaluations.FindAsync(tenant, evaluation, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(Kind, evaluation.Value ?? "");
        return (stored, await _forms.GetAsync(tenant, stored.Evaluation.Form, cancellationToken).ConfigureAwait(false));
    }

    // Asked for after the evaluation was read: what another delivery of the command does later, the commit finds out.
    private async Task<ImmutableArray<EvaluationFact>?> DoneAsync(Actor actor, EvaluationId evaluation, EvaluationCommand command, CancellationToken cancellationToken)
    {
        if (await _journal.FindAsync(actor.Tenant, command.Id, cancellationToken).ConfigureAwait(false) is not { } done)
        {
            return null;
        }

        AuditEntity entity = EvaluationFact.EntityOf(actor.Tenant, evaluation);
        return done.Lines.All(line => line.Fact is { } fact && fact.Entity == entity && fact.Actor == actor.Id.Value)
            ? [.. done.Lines.Where(line => line.Record is not null).Select(line => EvaluationFact.Of(line.Fact!))]
            : throw new ArgumentException($"the command `{command.Id}` was carried out before, by somebody else or for something else", nameof(command));
    }

    // Made of what is stored alone, so that it is the same whenever the command comes again.
    private static EvaluationReceipt Receipt(Evaluation evaluation, EvaluationForm form, EvaluationCommand command, ImmutableArray<EvaluationFact> facts)
    {
        Scorecard? ScoreOf(int number) =>
            number >= 1 && number <= evaluation.Versions.Length && evaluation.Versions[number - 1].Score is not null ? Scorer.Score(form, evaluation.Versions[number - 1].Answers.Sheet) : null;

        int made = command is SubmitEvaluation or AcceptDispute or RescoreEvaluation ? facts[^1].Version : 0;
        Scorecard? card = ScoreOf(made);
        return new()
        {
            Evaluation = evaluation.Id,
            Facts = facts,
            Scorecard = card,
            Difference = card is not null && ScoreOf(made - 1) is { } before ? ScoreDiff.Between(before, card) : null,
            Blocking = command is SaveDraft draft ? VersionMaker.Blocking(form, draft.Answers) : [],
        };
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Auditing;
using QualityKit.Calibration;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <content>What all who took part agree on, after they have seen what everyone gave.</content>
public sealed partial class CalibrationService
{
    private const int SaltDigits = 32;

    /// <summary>Records the answer to a question that all agreed on, and why. It changes nothing that was recorded before: it stands beside it in the report, and can be what evaluators are compared with.</summary>
    /// <param name="actor">Who records it.</param>
    /// <param name="session">A closed session.</param>
    /// <param name="given">The answer.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The salt is shorter than 32 characters.</exception>
    public Task ResolveAsync(Actor actor, CalibrationSessionId session, ResolveAnswer given, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentException.ThrowIfNullOrEmpty(given.Interaction.Value);
        if (given.Salt.Value is { Length: < SaltDigits })
        {
            throw new ArgumentException($"a text is kept apart under a salt of at least {SaltDigits} characters", nameof(given));
        }

        var deed = new Deed(actor, given.Id, Kind, session.Value ?? "", CalibrationFactCodes.Resolved);
        return Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            CalibrationSession known = (await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false)).Session;
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return known;
            }

            await DemandAsync(actor, known, CalibrationAction.Resolve, cancellationToken).ConfigureAwait(false);
            await CheckAsync(actor.Tenant, known, given, cancellationToken).ConfigureAwait(false);
            return await AgreeAsync(deed, known, given, cancellationToken).ConfigureAwait(false) ? known : null;
        });
    }

    private async ValueTask<bool> AgreeAsync(Deed deed, CalibrationSession session, ResolveAnswer given, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        EvaluationId round = DerivedIds.Round(session.Id, given.Interaction);
        var reason = new PersonalContent
        {
            Id = DerivedIds.Content(round, given.Id, "/reason"),
            Salt = given.Salt.Value is null ? new(RandomNumberGenerator.GetHexString(SaltDigits, lowercase: true)) : given.Salt,
            Text = given.Reason,
        };
        ResolutionDocument agreed = await ResolutionDocument.LoadAsync(_documents, tenant, session.Id, given.Interaction, cancellationToken).ConfigureAwait(false);
        ContentsDocument contents = await _evaluations.ContentsAsync(tenant, round, cancellationToken).ConfigureAwait(false);
        ContentId? former = agreed.Answers.FirstOrDefault(one => one.Question == given.Question)?.Reason.Id;
        DocumentBatch batch = agreed.StoreIn(Deeds.Batch(deed), new()
        {
            Interaction = given.Interaction,
            Question = given.Question,
            Answer = given.Answer,
            Reason = reason.Reference,
            By = deed.Actor.Id,
            At = _deeds.Now,
        });
        batch = (contents with { Contents = [.. contents.Contents.Where(content => content.Id != former), reason] }).StoreIn(batch);
        ImmutableArray<AuditFact> facts = [new("interaction", given.Interaction.Value), new("question", given.Question), new("reason", reason.Reference.Digest)];
        return await _deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CheckAsync(TenantId tenant, CalibrationSession session, ResolveAnswer given, CancellationToken cancellationToken)
    {
        var issues = new IssueList();
        if (await _sessions.RoundAsync(tenant, session.Id, given.Interaction, cancellationToken).ConfigureAwait(false) is null)
        {
            issues.Error(IssueCodes.NotOfSession, "/interaction", ("interaction", given.Interaction));
        }
        else
        {
            EvaluationForm form = await _forms.GetAsync(tenant, session.Form, cancellationToken).ConfigureAwait(false);
            issues.AddRange(Resolution.Check(form, given));
        }

        Guard(issues);
    }
}

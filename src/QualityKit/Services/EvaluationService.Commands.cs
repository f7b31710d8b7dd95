using System.Security.Cryptography;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <content>The commands by their names. Each takes the id of the attempt; without one it makes a new one, and then only an attempt that was answered is known to have had one effect.</content>
public sealed partial class EvaluationService
{
    private const int SaltDigits = 32;

    /// <summary>Gives an evaluation to an evaluator, or its open dispute to another reviewer; to nobody for whoever takes it.</summary>
    public Task<EvaluationReceipt> AssignAsync(
        Actor actor, EvaluationId evaluation, PersonId? to, Deadlines? deadlines = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ApplyAsync(actor, evaluation, new AssignEvaluation { Id = IdOf(command), To = to, Deadlines = deadlines ?? Deadlines.None }, cancellationToken);

    /// <summary>Begins an evaluation.</summary>
    public Task<EvaluationReceipt> StartAsync(Actor actor, EvaluationId evaluation, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ApplyAsync(actor, evaluation, new StartEvaluation { Id = IdOf(command) }, cancellationToken);

    /// <summary>Keeps answers that the actor is still working on; what would block submitting them comes back.</summary>
    public Task<EvaluationReceipt> SaveDraftAsync(
        Actor actor, EvaluationId evaluation, EvaluationAnswers answers, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ApplyAsync(actor, evaluation, new SaveDraft { Id = IdOf(command), Answers = answers }, cancellationToken);
    }

    /// <summary>Hands in complete answers: version 1.</summary>
    public Task<EvaluationReceipt> SubmitAsync(
        Actor actor, EvaluationId evaluation, AnswerSheet answers, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return SubmitAsync(actor, evaluation, EvaluationAnswers.Of(answers), command, cancellationToken);
    }

    /// <summary>Hands in complete answers and what goes with them: version 1.</summary>
    public Task<EvaluationReceipt> SubmitAsync(
        Actor actor, EvaluationId evaluation, EvaluationAnswers answers, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ApplyAsync(actor, evaluation, new SubmitEvaluation { Id = IdOf(command), Answers = answers, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>Stands up for what a machine submitted.</summary>
    public Task<EvaluationReceipt> ConfirmAsync(Actor actor, EvaluationId evaluation, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ApplyAsync(actor, evaluation, new ConfirmEvaluation { Id = IdOf(command) }, cancellationToken);

    /// <summary>Shows the current version to its subject; default now.</summary>
    public Task<EvaluationReceipt> ReleaseAsync(
        Actor actor, EvaluationId evaluation, ReleaseTime? when = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ApplyAsync(actor, evaluation, new ReleaseEvaluation { Id = IdOf(command), When = when ?? ReleaseTime.Now }, cancellationToken);

    /// <summary>Says something beside the answers, on the whole. <see cref="CommentOnEvaluation"/> can do more.</summary>
    public Task<EvaluationReceipt> CommentAsync(
        Actor actor, EvaluationId evaluation, string text, CommentAudience audience = CommentAudience.Subject, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ApplyAsync(actor, evaluation, new CommentOnEvaluation { Id = IdOf(command), Text = text, Audience = audience, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>The subject says that they have seen it.</summary>
    public Task<EvaluationReceipt> AcknowledgeAsync(
        Actor actor, EvaluationId evaluation, string? comment = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ApplyAsync(actor, evaluation, new AcknowledgeEvaluation { Id = IdOf(command), Comment = comment, Salt = NewSalt() }, cancellationToken);

    /// <summary>Closes what a subject who has left did not acknowledge.</summary>
    public Task<EvaluationReceipt> CloseAsync(
        Actor actor, EvaluationId evaluation, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return ApplyAsync(actor, evaluation, new CloseAcknowledgement { Id = IdOf(command), Reason = reason, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>Says that the current version is wrong, on the whole. <see cref="DisputeEvaluation"/> can do so by question.</summary>
    public Task<EvaluationReceipt> DisputeAsync(
        Actor actor, EvaluationId evaluation, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return ApplyAsync(actor, evaluation, new DisputeEvaluation { Id = IdOf(command), Reason = reason, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>Accepts the open dispute: a new version.</summary>
    public Task<EvaluationReceipt> AcceptDisputeAsync(
        Actor actor, EvaluationId evaluation, EvaluationAnswers answers, string? reason = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ApplyAsync(actor, evaluation, new AcceptDispute { Id = IdOf(command), Answers = answers, Reason = reason, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>Declines the open dispute; the version stands.</summary>
    public Task<EvaluationReceipt> DeclineDisputeAsync(
        Actor actor, EvaluationId evaluation, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return ApplyAsync(actor, evaluation, new DeclineDispute { Id = IdOf(command), Reason = reason, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>Scores an evaluation again: a new version.</summary>
    public Task<EvaluationReceipt> RescoreAsync(
        Actor actor, EvaluationId evaluation, EvaluationAnswers answers, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(reason);
        return ApplyAsync(actor, evaluation, new RescoreEvaluation { Id = IdOf(command), Answers = answers, Reason = reason, Salt = NewSalt() }, cancellationToken);
    }

    /// <summary>Deletes an evaluation; a tombstone stays.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="evaluation">Which evaluation.</param>
    /// <param name="reason">Why, as a code of the host, never personal content.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<EvaluationReceipt> DeleteAsync(
        Actor actor, EvaluationId evaluation, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return ApplyAsync(actor, evaluation, new DeleteEvaluation { Id = IdOf(command), Reason = reason }, cancellationToken);
    }

    private static CommandId IdOf(CommandId? command) => command ?? CommandId.New();

    private static ContentSalt NewSalt() => new(RandomNumberGenerator.GetHexString(SaltDigits, lowercase: true));
}

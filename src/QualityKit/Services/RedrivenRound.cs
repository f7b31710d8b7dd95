using Microsoft.Extensions.DependencyInjection;
using QualityKit.Events;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Tells handlers again of dead letters that somebody sent again. They come behind later events of their entity: the number of the event says so.</summary>
internal sealed class RedrivenRound(OutboxTools tools, Lease lease, TurnAllowance allowance)
{
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        DocumentQuery due = TenantTurn.DueUntil(OutboxIndexes.DeadLetters, OutboxIndexes.Due, tools.Ambient.Now);
        DocumentPage page = await tools.Store.QueryAsync(lease.Tenant, due, cancellationToken).ConfigureAwait(false);
        foreach (Document document in page.Documents)
        {
            if (!allowance.TryTake())
            {
                return;
            }

            await RunAsync(DeadLetterDocument.Read(document), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask RunAsync(DeadLetterDocument letter, CancellationToken cancellationToken)
    {
        Document? journal = await tools.Store.ReadAsync(lease.Tenant, new(Collections.Journal, letter.Journal), cancellationToken).ConfigureAwait(false);
        QualityEvent? happened = journal is null ? null : EventReader.Of(JournalFormat.Read(lease.Tenant, journal), letter.Line);
        var types = await tools.Handlers.TypesAsync().ConfigureAwait(false);
        Exception? problem = happened is null || !types.TryGetValue(letter.Handler, out Type? type)
            ? new InvalidOperationException($"there is no event or no handler `{letter.Handler}` any more")
            : await CallAsync(type, letter.Handler, happened, cancellationToken).ConfigureAwait(false);
        DocumentBatch batch = DocumentBatch.For(lease.Tenant, tools.Commands.Next()).Require(lease.Key, lease.Version);
        batch = problem is null ? batch.Delete(letter.Document!.Key, letter.Document.Version) : Failed(letter, problem).StoreIn(batch);
        if (!(await tools.Store.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false)).IsCommitted)
        {
            throw new LeaseLostException();
        }
    }

    private async ValueTask<Exception?> CallAsync(Type type, string handler, QualityEvent happened, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = tools.Handlers.Scope();
        await using System.Runtime.CompilerServices.ConfiguredAsyncDisposable disposal = scope.ConfigureAwait(false);
        Exception? problem = await tools.Call.RunAsync(() => tools.Handlers.Make(scope, type), handler, happened, cancellationToken).ConfigureAwait(false);
        allowance.Count(delivered: problem is null ? 1 : 0);
        return problem;
    }

    private DeadLetterDocument Failed(DeadLetterDocument letter, Exception problem)
    {
        (DateTimeOffset now, int left, int failures) = (tools.Ambient.Now, letter.AttemptsLeft - 1, letter.Failures + 1);
        DateTimeOffset? retry = left > 0 ? now + tools.Options.RetryAfter(tools.Options.Attempts - left) : null;
        allowance.Count(failed: 1, dead: retry is null ? 1 : 0);
        if (retry is { } at)
        {
            tools.Ambient.Log.HandlerFailed(letter.Handler, letter.Key.Id, failures, at, problem);
        }
        else
        {
            tools.Ambient.Log.DeadLettered(letter.Handler, letter.Key.Id, failures, problem);
        }

        return letter with { RetryAt = retry, AttemptsLeft = left, Failures = failures, FailedAt = now, Problem = problem.GetType().FullName ?? problem.GetType().Name };
    }
}

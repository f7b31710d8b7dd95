using System.Runtime.CompilerServices;
using QualityKit.Access;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>Tells the log of denials and reads, where the rules of access have one.</summary>
internal static class AccessWatch
{
    /// <summary>The most of a list that one entry speaks of.</summary>
    public const int ListPart = 100;

    /// <summary>Somebody is denied something; the caller throws then.</summary>
    public static ValueTask DeniedAsync(this IAccessPolicies policies, Actor actor, (string Kind, string? Id) thing, AccessDecision decision, CancellationToken cancellationToken) =>
        LogOf(policies)?.DeniedAsync(actor, thing, decision, cancellationToken) ?? default;

    /// <summary>Somebody is about to be shown one thing.</summary>
    public static ValueTask ReadAsync(this IAccessPolicies policies, Actor actor, (string Kind, string? Id) thing, AccessDecision decision, CancellationToken cancellationToken) =>
        LogOf(policies)?.ReadAsync(actor, thing, decision, cancellationToken) ?? default;

    /// <summary>Somebody is about to be shown a list.</summary>
    public static ValueTask ListedAsync(this IAccessPolicies policies, Actor actor, (string Name, Permission Permission) list, int count, CancellationToken cancellationToken) =>
        LogOf(policies)?.ListedAsync(actor, list, count, cancellationToken) ?? default;

    /// <summary>A list that is read as it comes: each part is told of before it is shown.</summary>
    public static async IAsyncEnumerable<T> ListedAsync<T>(
        this IAccessPolicies policies, Actor actor, (string Name, Permission Permission) list, IAsyncEnumerable<T> shown, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int size = LogOf(policies) is { Options.Lists: not ReadLogging.Off } ? ListPart : 1;
        var part = new List<T>(size);
        bool isTold = false;
        await foreach (T one in shown.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            part.Add(one);
            if (part.Count < size)
            {
                continue;
            }

            await policies.ListedAsync(actor, list, part.Count, cancellationToken).ConfigureAwait(false);
            isTold = true;
            foreach (T ready in part)
            {
                yield return ready;
            }

            part.Clear();
        }

        if (part.Count > 0 || !isTold)
        {
            await policies.ListedAsync(actor, list, part.Count, cancellationToken).ConfigureAwait(false);
        }

        foreach (T ready in part)
        {
            yield return ready;
        }
    }

    /// <summary>Does something with one thing, and tells of a denial that comes of it.</summary>
    public static async Task<T> WatchAsync<T>(this IAccessPolicies policies, Actor actor, (string Kind, string? Id) thing, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (AccessDeniedException denied)
        {
            await policies.DeniedAsync(actor, thing, denied.Decision, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static AccessLog? LogOf(IAccessPolicies policies) => (policies as LoggedAccessPolicies)?.Log;
}

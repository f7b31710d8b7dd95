using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Whether the clock may be wrong, going by the newest seal over the audit of a tenant. Where nothing was ever sealed nobody can say that it is right.</summary>
internal sealed class SealedClock(IDocumentStore documents, IKeepingTerms terms, TimeProvider time)
{
    /// <summary>Whether it is in doubt.</summary>
    public async ValueTask<bool> IsOffAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (await SealProgress.NewestAsync(documents, tenant, cancellationToken).ConfigureAwait(false) is not { } newest)
        {
            return true;
        }

        KeepingTerms said = await terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false);
        return new SweepConditions { Now = time.GetUtcNow(), Total = 0, NewestSeal = newest, SealPeriod = said.SealPeriod }.IsClockOff;
    }
}

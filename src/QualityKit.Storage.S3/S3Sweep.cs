using Amazon.S3.Model;

namespace QualityKit.Storage.S3;

/// <summary>Removes what was sent and never became a blob: uploads that were not ended, bytes that no blob names, removals that a kill cut short.</summary>
internal sealed class S3Sweep(S3Bucket bucket, S3Keys keys, DateTime before)
{
    /// <returns>How many uploads and objects were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        int removed = 0;
        await foreach (MultipartUpload upload in bucket.UploadsAsync(keys.AllData, cancellationToken).ConfigureAwait(false))
        {
            removed += IsOld(upload.Initiated) && await bucket.AbortPartsAsync(upload.Key, upload.UploadId, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        removed += await SweepAsync(keys.AllData, IsNobodysAsync, cancellationToken).ConfigureAwait(false);
        return removed + await SweepAsync(keys.AllChecks, (_, _) => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> SweepAsync(string prefix, Func<string, CancellationToken, Task<bool>> isNobodys, CancellationToken cancellationToken)
    {
        int removed = 0;
        await foreach (IReadOnlyList<S3Object> page in bucket.ListAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            foreach (S3Object one in page.Where(one => IsOld(one.LastModified)))
            {
                if (await isNobodys(one.Key, cancellationToken).ConfigureAwait(false))
                {
                    await bucket.RemoveAsync(one.Key, cancellationToken).ConfigureAwait(false);
                    removed++;
                }
            }
        }

        return removed;
    }

    private async Task<bool> IsNobodysAsync(string dataKey, CancellationToken cancellationToken)
    {
        if (keys.OfData(dataKey) is not var (blobKey, token))
        {
            return false;
        }

        BlobHead? head = await bucket.FindAsync(blobKey, cancellationToken).ConfigureAwait(false);
        if (head is { Kind: BlobKind.Going } && head.Token == token)
        {
            await bucket.RemoveAsync(dataKey, cancellationToken).ConfigureAwait(false);
            await bucket.RemoveAsync(blobKey, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return head?.Token != token;
    }

    private bool IsOld(DateTime? at) => at is { } known && known.ToUniversalTime() <= before;
}

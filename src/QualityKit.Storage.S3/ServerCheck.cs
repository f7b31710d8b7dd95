using System.Security.Cryptography;
using Amazon.S3.Model;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.S3;

/// <summary>Tries out on a small object whether a server does what the store stands on. Some take a condition and ignore it, some garble bodies, and none of them says so.</summary>
internal sealed class ServerCheck(S3Bucket bucket, S3Keys keys)
{
    private const int Size = 1000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(Size);
        var head = new BlobHead { Kind = BlobKind.Whole, Length = Size, Crc32C = 0, Token = RandomNumberGenerator.GetHexString(32, lowercase: true) };
        string key = keys.AllChecks + head.Token;
        await bucket.PutAsync(key, bytes, head, mustBeNew: !bucket.Options.UnsafeWithoutConditionalWrites, cancellationToken).ConfigureAwait(false);
        try
        {
            Expect(await bucket.FindAsync(key, cancellationToken).ConfigureAwait(false) == head, "it does not give metadata back as they were");
            foreach ((int first, int last) in ((int, int)[])[(0, Size - 1), (100, 100), (500, Size + 100)])
            {
                byte[] found = await ReadAsync(key, first, last, cancellationToken).ConfigureAwait(false);
                Expect(bytes.AsSpan(first, Math.Min(last + 1, Size) - first).SequenceEqual(found), $"bytes {first} to {last} of what was written come back as others");
            }

            if (!bucket.Options.UnsafeWithoutConditionalWrites)
            {
                // The SDK may have sent the first one twice, so it is the second that counts.
                bool isIgnored = await bucket.PutAsync(key, bytes, head, mustBeNew: true, cancellationToken).ConfigureAwait(false);
                Expect(!isIgnored, $"it ignores `If-None-Match`, at least in this bucket, so it cannot keep two from taking one name; `{nameof(S3BlobOptions.UnsafeWithoutConditionalWrites)}` goes on without");
            }
        }
        finally
        {
            await bucket.RemoveAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>What time it is by the server's clock, which also stamps what is stored.</summary>
    public async Task<DateTime> NowAsync(CancellationToken cancellationToken)
    {
        string key = keys.AllChecks + RandomNumberGenerator.GetHexString(32, lowercase: true);
        await bucket.PutAsync(key, default, head: null, mustBeNew: false, cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (IReadOnlyList<S3Object> page in bucket.ListAsync(key, cancellationToken).ConfigureAwait(false))
            {
                if (page is [{ LastModified: { } now }, ..])
                {
                    return now.ToUniversalTime();
                }
            }
        }
        finally
        {
            await bucket.RemoveAsync(key, CancellationToken.None).ConfigureAwait(false);
        }

        throw new StorageUnavailableException("the server does not list what was just written");
    }

    private async Task<byte[]> ReadAsync(string key, int first, int last, CancellationToken cancellationToken)
    {
        using GetObjectResponse? response = await bucket.ReadAsync(key, first, last, cancellationToken).ConfigureAwait(false);
        Expect(response is not null, "what was just written cannot be read");
        using var bytes = new MemoryStream();
        await S3Fault.GuardAsync("the server cannot be read from", async () =>
        {
            await response!.ResponseStream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
        return bytes.ToArray();
    }

    private static void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            throw new StorageUnavailableException($"the server is not fit to keep blobs: {problem}");
        }
    }
}

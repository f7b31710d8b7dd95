using System.Security.Cryptography;
using Amazon.S3.Model;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.S3;

/// <summary>A blob being sent. Up to one part stays in memory and becomes one object; a longer one goes in parts to a key of its own, where nobody looks, until one small object names it. One caller at a time.</summary>
internal sealed class StagedUpload(S3Bucket bucket, S3Keys keys, string key, BlobName name, TimeProvider time) : IStagedBlob
{
    private const int MostParts = 10_000;

    private readonly string _token = RandomNumberGenerator.GetHexString(32, lowercase: true);

    private readonly long _begun = time.GetTimestamp();

    private readonly PartBuffer _buffer = new(bucket.Options.PartSize);

    private readonly List<UploadPartResponse> _parts = [];

    private string? _upload;

    private Crc32C _checksum;

    private long _length;

    private bool _isOver;

    private bool _isBroken;

    /// <summary>Whether bytes were uploaded that no blob names, and that none can come to name.</summary>
    private bool _isLeftOver;

    private string DataKey => keys.Data(key, _token);

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        _isBroken = true;
        for (ReadOnlyMemory<byte> rest = bytes; !rest.IsEmpty;)
        {
            if (_buffer.IsFull)
            {
                await SendPartAsync(cancellationToken).ConfigureAwait(false);
            }

            rest = rest[_buffer.Add(rest.Span)..];
        }

        _checksum.Append(bytes.Span);
        _length += bytes.Length;
        _isBroken = false;
    }

    public async ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        _isOver = true;
        bool isInParts = _upload is not null || bucket.Options.AlwaysInParts;
        var head = new BlobHead { Kind = isInParts ? BlobKind.Parts : BlobKind.Whole, Length = _length, Crc32C = _checksum.Value, Token = _token };
        if (isInParts)
        {
            await SendPartAsync(cancellationToken).ConfigureAwait(false);
            await bucket.EndPartsAsync(DataKey, _upload!, _parts, _length, cancellationToken).ConfigureAwait(false);
            (_upload, _isLeftOver) = (null, true);
        }

        if (time.GetElapsedTime(_begun) > bucket.Options.AbandonedAfter / 2)
        {
            throw new StorageUnavailableException($"the blob `{name}` was staged so long ago that it may be taken for abandoned");
        }

        // From here on the blob may be there, so nothing is given up half-way.
        bool isOurs = await NameAsync(head).ConfigureAwait(false);
        return isOurs ? head.Info(name) : null;
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        try
        {
            if (_upload is { } upload)
            {
                _upload = null;
                await bucket.AbortPartsAsync(DataKey, upload, CancellationToken.None).ConfigureAwait(false);
            }

            if (_isLeftOver)
            {
                _isLeftOver = false;
                await bucket.RemoveAsync(DataKey, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (StorageUnavailableException)
        {
            // Nobody sees it, and `RemoveAbandonedAsync` takes it later.
        }
    }

    private void Begin(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isOver, this);
        if (_isBroken)
        {
            throw new StorageUnavailableException($"the blob `{name}` could not be written before, and cannot be finished");
        }
    }

    private async Task SendPartAsync(CancellationToken cancellationToken)
    {
        if (_parts.Count == MostParts)
        {
            throw new StorageUnavailableException($"the blob `{name}` is longer than {MostParts} parts of {bucket.Options.PartSize} bytes");
        }

        _upload ??= await bucket.BeginPartsAsync(DataKey, cancellationToken).ConfigureAwait(false);
        _parts.Add(await bucket.PutPartAsync(DataKey, _upload, _parts.Count + 1, _buffer.Bytes, cancellationToken).ConfigureAwait(false));
        _buffer.Clear();
    }

    /// <summary>Takes the name for this blob.</summary>
    /// <returns>Whether it is ours.</returns>
    /// <exception cref="StorageUnavailableException">Nobody can say whether it is.</exception>
    private async Task<bool> NameAsync(BlobHead head)
    {
        bool isNew;
        bool mayBeThere = _isLeftOver;
        _isLeftOver = false;
        try
        {
            isNew = await PutNewAsync(head).ConfigureAwait(false);
        }
        catch (StorageUnavailableException)
        {
            // The request may have arrived and only its answer be lost: then the blob is there, with our token.
            if (await FindTokenAsync().ConfigureAwait(false) is { } found)
            {
                _isLeftOver = mayBeThere && found != _token;
                return found == _token;
            }

            throw;
        }

        // The SDK sends a request again when its answer is lost, and is then told that the name is taken: by us.
        bool isOurs = isNew || await FindTokenAsync().ConfigureAwait(false) == _token;
        _isLeftOver = mayBeThere && !isOurs;
        return isOurs;
    }

    private async Task<bool> PutNewAsync(BlobHead head)
    {
        ReadOnlyMemory<byte> bytes = head.Kind == BlobKind.Whole ? _buffer.Bytes : default;
        if (!bucket.Options.UnsafeWithoutConditionalWrites)
        {
            return await bucket.PutAsync(key, bytes, head, mustBeNew: true, CancellationToken.None).ConfigureAwait(false);
        }

        if (await FindTokenAsync().ConfigureAwait(false) is not null)
        {
            return false;
        }

        await bucket.PutAsync(key, bytes, head, mustBeNew: false, CancellationToken.None).ConfigureAwait(false);
        return await FindTokenAsync().ConfigureAwait(false) == _token;
    }

    private async Task<string?> FindTokenAsync() => (await bucket.FindAsync(key, CancellationToken.None).ConfigureAwait(false))?.Token;
}

using QualityKit.Storage.Errors;

namespace QualityKit.Vault;

/// <summary>Bytes that are kept elsewhere, read in ranges: forward in one range as long as nobody seeks. What fails once, fails always.</summary>
internal sealed class RangedStream(long length, Func<long, CancellationToken, ValueTask<Stream>> open) : SeekingStream(length)
{
    private readonly StreamUse _use = new();
    private Stream? _range;
    private long _next = -1;
    private StorageUnavailableException? _failure;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _use.Begin(this);
        try
        {
            if (_failure is not null)
            {
                throw new StorageUnavailableException("reading the media failed before; open it again", _failure);
            }

            return buffer.IsEmpty || Position >= Length ? 0 : await FillAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or StorageUnavailableException)
        {
            _failure = problem as StorageUnavailableException ?? new("a transfer broke off", problem);
            throw _failure;
        }
        catch
        {
            // A read that was called off left the range anywhere; the next one opens it anew.
            _next = -1;
            throw;
        }
        finally
        {
            if (_use.End())
            {
                _range?.Dispose();
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _use.Close())
        {
            _range?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_next != Position)
        {
            if (_range is not null)
            {
                await _range.DisposeAsync().ConfigureAwait(false);
                _range = null;
            }

            _range = await open(Position, cancellationToken).ConfigureAwait(false);
        }

        int wanted = (int)Math.Min(buffer.Length, Length - Position);
        int read = await _range!.ReadAsync(buffer[..wanted], cancellationToken).ConfigureAwait(false);
        Position += read;
        _next = Position;
        return read > 0 ? read : throw new StorageUnavailableException("the media ended early");
    }
}

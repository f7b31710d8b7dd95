namespace QualityKit.Vault;

/// <summary>A stream that is read asynchronously, at any place, and never written.</summary>
internal abstract class SeekingStream(long length) : ReadingStream
{
    private long _position;

    public sealed override bool CanSeek => true;

    public sealed override long Length => length;

    public sealed override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }
}

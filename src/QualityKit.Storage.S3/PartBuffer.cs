namespace QualityKit.Storage.S3;

/// <summary>Bytes up to one part, in memory that grows with what is in it.</summary>
internal sealed class PartBuffer(int partSize)
{
    private const int Smallest = 64 * 1024;

    private byte[] _bytes = [];

    private int _count;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _count);

    public bool IsFull => _count == partSize;

    /// <summary>Takes what fits.</summary>
    /// <returns>How many bytes were taken.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        int taken = Math.Min(bytes.Length, partSize - _count);
        if (_count + taken > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(partSize, Math.Max(Smallest, Math.Max(2L * _bytes.Length, _count + taken))));
        }

        bytes[..taken].CopyTo(_bytes.AsSpan(_count));
        _count += taken;
        return taken;
    }

    public void Clear() => _count = 0;
}

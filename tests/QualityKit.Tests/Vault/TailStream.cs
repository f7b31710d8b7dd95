namespace QualityKit.Tests.Vault;

/// <summary>Counts what is written, and keeps the last two writes.</summary>
internal sealed class TailStream : MemoryStream
{
    public long Written { get; private set; }

    public byte[] BeforeLast { get; private set; } = [];

    public byte[] Last { get; private set; } = [];

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written += buffer.Length;
        (BeforeLast, Last) = (Last, buffer.ToArray());
        return ValueTask.CompletedTask;
    }
}

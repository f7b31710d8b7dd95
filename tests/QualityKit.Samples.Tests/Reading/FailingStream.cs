namespace QualityKit.Samples.Tests.Reading;

/// <summary>Gives its bytes one at a time, then fails.</summary>
internal sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        buffer[0] = Position < Length ? (byte)ReadByte() : throw new IOException("the disk is gone");
        return 1;
    }
}

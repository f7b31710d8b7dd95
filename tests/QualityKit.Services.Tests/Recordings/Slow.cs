namespace QualityKit.Services.Tests.Recordings;

/// <summary>Bytes that come only when somebody lets them.</summary>
internal sealed class Slow(byte[] content, TaskCompletionSource reached, Task pause) : MemoryStream(content)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reached.TrySetResult();
        await pause;
        return await base.ReadAsync(buffer, cancellationToken);
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace QualityKit.Audio;

/// <summary>A source in blocks of whole frames. A host's decoder that breaks its promise is caught here. The block is wiped when the source has ended or failed.</summary>
internal sealed class SourceFrames(IAudioSource source)
{
    private const int BlockSamples = 16384;

    private readonly int _room = Math.Max(1, BlockSamples / source.Channels);
    private readonly short[] _block = GC.AllocateUninitializedArray<short>(Math.Max(1, BlockSamples / source.Channels) * source.Channels, pinned: true);

    /// <summary>The next block, good until the one after it; empty at the end.</summary>
    public ReadOnlySpan<short> Next()
    {
        int frames = 0;
        try
        {
            frames = source.Read(_block);
        }
        finally
        {
            if (frames <= 0 || frames > _room)
            {
                CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_block.AsSpan()));
            }
        }

        return frames >= 0 && frames <= _room
            ? _block.AsSpan(0, frames * source.Channels)
            : throw new InvalidOperationException($"the audio source says that it gave {frames} frames where {_room} have room");
    }
}

namespace QualityKit.Audio;

/// <summary>Decodes WAVE audio.</summary>
public sealed class WaveDecoder : IAudioDecoder
{
    private static readonly string[] MediaTypes = ["audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave"];

    private WaveDecoder()
    {
    }

    /// <summary>The decoder.</summary>
    public static WaveDecoder Instance { get; } = new();

    /// <inheritdoc/>
    public bool Decodes(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return MediaTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    /// <exception cref="WaveFormatException">The stream is not WAVE audio that can be read.</exception>
    public IAudioSource Open(Stream stream, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return WaveReader.Open(stream);
    }
}

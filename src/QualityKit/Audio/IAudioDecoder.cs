namespace QualityKit.Audio;

/// <summary>Decodes audio of some media types: a host's own for what <see cref="WaveDecoder"/> does not read.</summary>
public interface IAudioDecoder
{
    /// <summary>Whether it decodes a media type, such as <c>audio/wav</c>; without parameters, and its letters may be of either case.</summary>
    bool Decodes(string mediaType);

    /// <summary>Begins to decode. The stream stays the caller's, who closes it when the source was read.</summary>
    /// <param name="stream">Where the audio begins. It may be readable only forward.</param>
    /// <param name="mediaType">One that it decodes.</param>
    IAudioSource Open(Stream stream, string mediaType);
}

namespace QualityKit.Tests.Audio.Peers;

/// <summary>A theory that needs sox, ffmpeg and espeak-ng. Where one is missing it is left out and says so, unless the environment demands it.</summary>
internal sealed class AudioPeerTheoryAttribute : TheoryAttribute
{
    public AudioPeerTheoryAttribute() => Skip = AudioPrograms.LeftOutBecause;
}

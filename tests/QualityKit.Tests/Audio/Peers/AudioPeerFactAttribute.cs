namespace QualityKit.Tests.Audio.Peers;

/// <summary>A test that needs sox, ffmpeg and espeak-ng. Where one is missing it is left out and says so, unless the environment demands it.</summary>
internal sealed class AudioPeerFactAttribute : FactAttribute
{
    public AudioPeerFactAttribute() => Skip = AudioPrograms.LeftOutBecause;
}

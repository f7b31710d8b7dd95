using QualityKit.Audio;
using QualityKit.Privacy;
using QualityKit.Transcripts;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of audio take.</summary>
internal static class AudioSamples
{
    public static IEnumerable<object> All()
    {
        var format = AudioFormat.Pcm(8000, 1);
        var stream = new MemoryStream();
        var writer = WaveWriter.Start(stream, format);
        writer.Complete();
        stream.Position = 0;
        var transcript = new Transcript { Id = new("t"), Interaction = new("call") };
        return
        [
            format, stream, new RedactionSettings(), WaveDecoder.Instance, WaveReader.Open(new MemoryStream(stream.ToArray())), new WaveformBuilder(8000, 1).Build(), new LevelTrackBuilder(8000, 1).Build(), new LevelTrackBuilder(8000, 1).Build().Measure(),
            AudioRedaction.Write(new MemoryStream(stream.ToArray()), new MemoryStream(), []), Redaction.Of(transcript, Array.Empty<RedactedRange>()),
            Array.Empty<AudioRange>(), Array.Empty<SpokenWord>(), Array.Empty<Waveform>(), Array.Empty<LevelTrack>(),
        ];
    }
}

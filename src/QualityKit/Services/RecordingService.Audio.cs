using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.People;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <content>What is worked out of audio when somebody asks. Nothing of it is stored, so nothing of it outlives the recording.</content>
public sealed partial class RecordingService
{
    /// <summary>The peaks of a WAVE recording, to draw it. It counts as playing it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="recording">Which.</param>
    /// <param name="session">As of <see cref="OpenAsync(Actor, RecordingId, PlaybackSession, CancellationToken)"/>.</param>
    /// <param name="framesPerPeak">How many frames a peak stands for, 2 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="WaveFormatException">It is not WAVE audio that can be read.</exception>
    public Task<Waveform> WaveformAsync(Actor actor, RecordingId recording, PlaybackSession session, int framesPerPeak = 256, CancellationToken cancellationToken = default) =>
        OfAudioAsync(actor, recording, session, stream => Waveform.Of(WaveReader.Open(stream), framesPerPeak), cancellationToken);

    /// <summary>What can be measured of a WAVE recording: talk, silence, dead air, overtalk. What the recording says was not recorded is none of them. It counts as playing it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="recording">Which.</param>
    /// <param name="session">As of <see cref="OpenAsync(Actor, RecordingId, PlaybackSession, CancellationToken)"/>.</param>
    /// <param name="settings">From where on something is talk or silence; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="WaveFormatException">It is not WAVE audio that can be read.</exception>
    public async Task<CallMeasures> MeasureAsync(Actor actor, RecordingId recording, PlaybackSession session, MeasureSettings? settings = null, CancellationToken cancellationToken = default)
    {
        RecordingMetadata? metadata = null;
        LevelTrack track = await OfAudioAsync(
            actor, recording, session, stream => LevelTrack.Of(WaveReader.Open(stream)), cancellationToken, details => metadata = details.Metadata).ConfigureAwait(false);
        return Measured(track, metadata!, settings);
    }

    // Gaps are on the time line of the interaction, and measures on that of the audio.
    private static CallMeasures Measured(LevelTrack track, RecordingMetadata metadata, MeasureSettings? settings) =>
        track.Measure(settings, metadata.Gaps.Select(gap => gap with { From = gap.From - metadata.Offset, Until = gap.Until - metadata.Offset }));

    private async Task<T> OfAudioAsync<T>(
        Actor actor, RecordingId recording, PlaybackSession session, Func<Stream, T> work, CancellationToken cancellationToken, Action<RecordingDetails>? opened = null)
    {
        RecordingPlayback playback = await OpenAsync(actor, recording, session, cancellationToken).ConfigureAwait(false);
        await using (playback.ConfigureAwait(false))
        {
            opened?.Invoke(playback.Details);
            return await AsyncAudio.ReadAsync(playback.Content, work, cancellationToken).ConfigureAwait(false);
        }
    }
}

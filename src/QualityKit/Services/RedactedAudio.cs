using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Writes the payload of a redacted recording from that of the one before. Plaintext is nowhere but in buffers on its way.</summary>
internal static class RedactedAudio
{
    /// <summary>Writes it, reads it back, and compares the two frame by frame.</summary>
    /// <exception cref="ValidationFailedException">It is no audio that can be read, or there is no such range in it.</exception>
    /// <exception cref="StorageUnavailableException">What was written is not what it should be.</exception>
    public static async ValueTask<RecordingUpload> WriteAsync(
        RecordingPayloads payloads, PayloadReader before, RecordingId replacement, RecordingRedaction redaction, (TenantId Tenant, string Id) of, CancellationToken cancellationToken)
    {
        try
        {
            long frames = await OverAsync(before, (source, _) => WaveReader.Open(source).Skip(long.MaxValue), cancellationToken).ConfigureAwait(false);
            AudioRedaction? made = null;
            RecordingUpload upload = await payloads.WriteAsync(
                new(of.Tenant, replacement, MediaKind.Audio),
                async (writer, token) => made = await OverAsync(before, (source, thread) => Redact(source, thread, writer, (redaction, frames), token), token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            try
            {
                await CheckAsync(payloads, before, upload, made!, cancellationToken).ConfigureAwait(false);
                return upload;
            }
            catch
            {
                upload.Dispose();
                throw;
            }
        }
        catch (Exception problem) when (problem is WaveFormatException or ArgumentException)
        {
            throw Refusal.Of(IssueCodes.RecordingNotAudio, "", ("id", of.Id));
        }
    }

    private static AudioRedaction Redact(
        Stream source, AudioThread thread, PayloadWriter writer, (RecordingRedaction Redaction, long Frames) given, CancellationToken cancellationToken)
    {
        using HandedStream target = HandedStream.To(thread, writer.WriteAsync, cancellationToken);
        return AudioRedaction.Write(source, target, given.Redaction.Ranges, given.Redaction.Settings, given.Frames);
    }

    private static async ValueTask CheckAsync(RecordingPayloads payloads, PayloadReader before, RecordingUpload upload, AudioRedaction made, CancellationToken cancellationToken)
    {
        using PayloadReader after = await payloads.OpenAsync(upload, cancellationToken).ConfigureAwait(false);
        Stream written = after.OpenStream();
        await using (written.ConfigureAwait(false))
        {
            RedactionCheck check = await OverAsync(
                before,
                (source, thread) =>
                {
                    using HandedStream target = HandedStream.From(thread, written, cancellationToken);
                    return made.Check(source, target);
                },
                cancellationToken).ConfigureAwait(false);
            if (!check.IsRight)
            {
                throw new StorageUnavailableException("the redacted audio was not written as it should be");
            }
        }
    }

    private static async Task<T> OverAsync<T>(PayloadReader before, Func<Stream, AudioThread, T> work, CancellationToken cancellationToken)
    {
        Stream plaintext = before.OpenStream();
        await using (plaintext.ConfigureAwait(false))
        {
            return await AudioThread.RunAsync(thread =>
            {
                using HandedStream source = HandedStream.From(thread, plaintext, cancellationToken);
                return work(source, thread);
            }).ConfigureAwait(false);
        }
    }
}

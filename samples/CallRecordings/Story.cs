using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QualityKit;
using QualityKit.Audio;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Services;
using QualityKit.Transcripts;
using QualityKit.Vault;

namespace CallRecordings;

/// <summary>The life of one recording.</summary>
internal static class Story
{
    private const string Passphrase = "seven quiet herons cross the lake";
    // An id is used once: a second story in the same folder is of another call.
    private static readonly InteractionId Call = new($"call-{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss-fff}");
    private static readonly RecordingId Recording = new($"{Call}-audio");
    private static readonly TranscriptId Words = new("words");

    public static async Task TellAsync(string folder, TextWriter output)
    {
        await using ServiceProvider services = await Vault.OpenAsync(folder);
        IPeopleDirectory people = services.GetRequiredService<IPeopleDirectory>();
        Actor recorder = await people.ActorAsync(Vault.Tenant, new("recorder"));
        Actor ada = await people.ActorAsync(Vault.Tenant, new("ada"));
        Actor quinn = await people.ActorAsync(Vault.Tenant, new("quinn"));
        RecordingService recordings = services.GetRequiredService<RecordingService>();

        byte[] wave = SampleCall.ToWave();
        await ReportAsync(services, recorder);
        RecordingReceipt stored = await recordings.StoreAsync(
            recorder, new MemoryStream(wave), new() { Id = Recording, Interaction = Call, Media = MediaKind.Audio, ContentType = "audio/wav", Duration = SampleCall.Length }, wave.Length);
        output.WriteLine(Line($"stored      {stored.Recording}: {wave.Length:#,0} bytes, a tree over its chunks is in the audit"));

        await RotateAsync(services.GetRequiredService<KeyRingService>(), ada, output);
        await PlayAsync(recordings, quinn, Recording, output);
        RecordingId redacted = await RedactAsync(recordings, ada, output);
        await ExportAsync(recordings, ada, redacted, Path.Combine(folder, $"{Call}.qkr"), output);
        RecordingDeletion deleted = await recordings.DeleteAsync(ada, redacted);
        output.WriteLine(Line($"deleted     {deleted}"));
        output.WriteLine(Line($"            copies of the store expire on {deleted.CopiesExpireAt:yyyy-MM-dd}, exports made: {deleted.ExportsMade}"));
        bool isWhole = (await services.GetRequiredService<AuditService>().VerifyAsync(Vault.Tenant, CancellationToken.None)).IsClean;
        output.WriteLine($"audit       {(isWhole ? "verified" : "broken")}");
    }

    private static async Task ReportAsync(ServiceProvider services, Actor recorder)
    {
        await services.GetRequiredService<InteractionService>().ReportAsync(recorder, new Interaction
        {
            Id = Call,
            Tenant = Vault.Tenant,
            Media = MediaType.Voice,
            Direction = Direction.Inbound,
            StartedAt = DateTimeOffset.UtcNow - SampleCall.Length,
            EndedAt = DateTimeOffset.UtcNow,
        });
        ImmutableArray<Utterance> spoken =
        [
            .. SampleCall.Script.Select((one, number) => new Utterance
            {
                Id = $"u{number + 1}", From = TimeSpan.FromSeconds(one.From), Until = TimeSpan.FromSeconds(one.To), Text = one.Text, Speaker = one.IsAgent ? "agent" : "customer",
            }),
        ];
        await services.GetRequiredService<TranscriptService>().StoreAsync(recorder, new Transcript { Id = Words, Interaction = Call, Utterances = spoken });
    }

    private static async Task RotateAsync(KeyRingService keys, Actor ada, TextWriter output)
    {
        RingKeyId active = (await keys.GetAsync(ada))!.Keys.Single(key => key.State == KeyState.Active).Id;
        KeyRingSummary ring = await keys.RotateAsync(ada, active);
        await keys.ActivateAsync(ada, ring.Keys.Single(key => key.State == KeyState.Pending).Id);
        RewrapReport report = await keys.RewrapAsync(ada);
        output.WriteLine(Line($"rotated     key {ring.Keys.Length} is active, {report.Rewrapped} data key wrapped anew, no audio written"));
    }

    private static async Task PlayAsync(RecordingService recordings, Actor quinn, RecordingId recording, TextWriter output)
    {
        await using RecordingPlayback playback = await recordings.OpenAsync(quinn, recording, new("review"));
        short loudest = await AsyncAudio.ReadAsync(playback.Content, stream =>
        {
            WaveReader reader = WaveReader.Open(stream);
            reader.Skip(12 * reader.SampleRate);
            short[] second = new short[reader.SampleRate * reader.Channels];
            reader.Read(second);
            return second.Max();
        });
        output.WriteLine(Line($"played      second 12 of {SampleCall.Length.TotalSeconds:0}, loudest sample {loudest}; who played it was in the audit first"));
    }

    private static async Task<RecordingId> RedactAsync(RecordingService recordings, Actor ada, TextWriter output)
    {
        var cards = new SpeechRedaction { Transcript = Words, Redactors = [CardNumberRedactor.Instance] };
        RecordingRedactionReceipt receipt = await recordings.RedactAsync(ada, Recording, cards);
        output.WriteLine(Line($"redacted    {receipt.Recording} takes the place of {Recording}, whose key is gone; the transcript says no card number either"));
        return receipt.Recording;
    }

    private static async Task ExportAsync(RecordingService recordings, Actor ada, RecordingId recording, string file, TextWriter output)
    {
        await using (FileStream target = File.Create(file))
        {
            await recordings.ExportAsync(ada, recording, [ExportRecipient.Passphrase(Passphrase)], target);
        }

        byte[] bytes = await File.ReadAllBytesAsync(file);
        using OpenedExport export = await RecordingExport.OpenAsync(CiphertextSource.Of(bytes), ExportSecret.Passphrase(Passphrase), CancellationToken.None);
        await export.Payload.VerifyAsync(CancellationToken.None);
        output.WriteLine(Line($"exported    {bytes.Length:#,0} bytes that open with the passphrase alone, here or with eng/read-recording"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

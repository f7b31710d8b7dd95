using Microsoft.Extensions.Logging;
using QualityKit.Access;

namespace QualityKit.Services;

/// <summary>Every line that the library logs. Ids are stable; docs/hosting.md lists them. Nothing personal, no body, no secret.</summary>
internal static partial class Log
{
    /// <summary>The category of all lines.</summary>
    public const string Category = "QualityKit";

    [LoggerMessage(1000, LogLevel.Information, "`{Name}` keeps documents in {Store}")]
    public static partial void Started(this ILogger logger, string name, string store);

    [LoggerMessage(1001, LogLevel.Warning, "`{Name}` keeps documents in memory: they are gone when the process ends")]
    public static partial void InMemory(this ILogger logger, string name);

    [LoggerMessage(1002, LogLevel.Warning, "`{Name}` has no `Audit.Key`: audit entries are authenticated with a key that everybody knows")]
    public static partial void AuditUnauthenticated(this ILogger logger, string name);

    [LoggerMessage(1003, LogLevel.Warning, "`{Name}` has no audit signer: whoever writes the database can make seals")]
    public static partial void SealsUnsigned(this ILogger logger, string name);

    [LoggerMessage(1004, LogLevel.Warning, "`{Name}` has no audit anchor: that the newest seals were dropped cannot be found")]
    public static partial void SealsUnanchored(this ILogger logger, string name);

    [LoggerMessage(1100, LogLevel.Warning, "handler `{Handler}` failed at event {EventId} for the {Attempts}. time; next attempt at {RetryAt:O}")]
    public static partial void HandlerFailed(this ILogger logger, string handler, string eventId, int attempts, DateTimeOffset retryAt, Exception problem);

    [LoggerMessage(1101, LogLevel.Error, "handler `{Handler}` failed at event {EventId} for the {Attempts}. time: the event is a dead letter")]
    public static partial void DeadLettered(this ILogger logger, string handler, string eventId, int attempts, Exception problem);

    [LoggerMessage(1102, LogLevel.Error, "events of `{Tenant}` could not be delivered; they are tried again")]
    public static partial void TurnFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1103, LogLevel.Information, "another node took over `{Tenant}` while its events were delivered; they may come twice")]
    public static partial void LeaseLost(this ILogger logger, string tenant);

    [LoggerMessage(1104, LogLevel.Error, "a document of `{Tenant}` is damaged, so events of one of its entities are not delivered")]
    public static partial void DocumentDamaged(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1105, LogLevel.Information, "event {EventId} goes to `{Handler}` again")]
    public static partial void Redriven(this ILogger logger, string eventId, string handler);

    [LoggerMessage(1400, LogLevel.Warning, "job {Job} of `{Tenant}` could not be done to interaction `{Interaction}`, which counts as failed")]
    public static partial void JobItemFailed(this ILogger logger, string tenant, string job, string interaction, Exception problem);

    [LoggerMessage(1401, LogLevel.Error, "the bulk jobs of `{Tenant}` could not go on; they are tried again")]
    public static partial void JobTurnFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1402, LogLevel.Warning, "the sweep of `{Tenant}` pauses until a person confirms: {Pause}, {Ready} would be deleted")]
    public static partial void SweepPaused(this ILogger logger, string tenant, Retention.SweepPause pause, int ready);

    [LoggerMessage(1403, LogLevel.Error, "`{Tenant}` could not be swept; it is tried again")]
    public static partial void SweepFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1404, LogLevel.Error, "the evaluations of `{Tenant}` could not be announced; they are tried again")]
    public static partial void AnnouncingFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1405, LogLevel.Error, "sealed texts of transcripts of `{Tenant}` could not be destroyed; it is tried again")]
    public static partial void SealedTranscriptsFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1200, LogLevel.Debug, "seal {Number} of `{Tenant}` covers {Heads} chains")]
    public static partial void Sealed(this ILogger logger, string tenant, long number, int heads);

    [LoggerMessage(1201, LogLevel.Critical, "the audit of `{Tenant}` is not sealed: {Refusal}")]
    public static partial void SealRefused(this ILogger logger, string tenant, SealRefusal refusal);

    [LoggerMessage(1202, LogLevel.Error, "the audit of `{Tenant}` could not be sealed; it is tried again")]
    public static partial void SealFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1203, LogLevel.Warning, "`{Actor}` confirmed the clock for the audit of `{Tenant}`")]
    public static partial void ClockConfirmed(this ILogger logger, string tenant, string actor);

    [LoggerMessage(1210, LogLevel.Error, "a denial in `{Tenant}` could not be written; it waits, and is tried again: {Entry}")]
    public static partial void DenialWaits(this ILogger logger, string tenant, AccessLogEntry entry, Exception problem);

    [LoggerMessage(1211, LogLevel.Critical, "a denial in `{Tenant}` could not be written, and too many wait: this line is all that is left of it: {Entry}")]
    public static partial void DenialDropped(this ILogger logger, string tenant, AccessLogEntry entry, Exception problem);

    [LoggerMessage(1212, LogLevel.Warning, "{Waiting} entries of the access log could not be written; they are tried again")]
    public static partial void AccessWaits(this ILogger logger, int waiting, Exception problem);

    [LoggerMessage(1213, LogLevel.Critical, "{Waiting} entries of the access log were not written when the host ended: they are lost")]
    public static partial void AccessLost(this ILogger logger, int waiting);

    [LoggerMessage(1214, LogLevel.Warning, "the clock is in doubt, so no entries of the access log of `{Tenant}` are removed")]
    public static partial void AccessKept(this ILogger logger, string tenant);

    [LoggerMessage(1215, LogLevel.Error, "old entries of the access log of `{Tenant}` could not be removed; it is tried again")]
    public static partial void AccessNotRemoved(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1600, LogLevel.Critical, "the keys of `{Tenant}` are left alone for a while: {Why}")]
    public static partial void RingRefused(this ILogger logger, string tenant, string why);

    [LoggerMessage(1601, LogLevel.Warning, "`{Name}` keeps its root of keys in memory: when the process ends, nothing that was encrypted opens again")]
    public static partial void RootInMemory(this ILogger logger, string name);

    [LoggerMessage(1602, LogLevel.Warning, "`{Name}` has a single root, `{Root}`: when it is lost, so is everything that was encrypted")]
    public static partial void SingleRoot(this ILogger logger, string name, string root);

    [LoggerMessage(1603, LogLevel.Warning, "the root `{Root}` failed")]
    public static partial void RootFailed(this ILogger logger, string root, Exception problem);

    [LoggerMessage(1604, LogLevel.Error, "the keys of `{Tenant}` could not be looked after; it is tried again")]
    public static partial void KeyTurnFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1605, LogLevel.Warning, "the clock is in doubt, or nothing was sealed yet, so no key of `{Tenant}` is made or activated by schedule")]
    public static partial void RotationWaits(this ILogger logger, string tenant);

    [LoggerMessage(1606, LogLevel.Error, "data keys of `{Tenant}` could not be wrapped anew; it is tried again")]
    public static partial void RewrapFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1607, LogLevel.Error, "the envelope of recording `{Recording}` of `{Tenant}` could not be wrapped anew; it stays as it was")]
    public static partial void EnvelopeRefused(this ILogger logger, string tenant, string recording, Exception problem);

    [LoggerMessage(1608, LogLevel.Error, "the version `{Version}` of the root `{Root}` gives nothing back any more, and wraps keys, as of `{Tenant}`: what another root wraps too is wrapped anew by `RotateRootAsync`")]
    public static partial void RootVersionGone(this ILogger logger, string root, string version, string tenant);

    [LoggerMessage(1609, LogLevel.Critical, "no root of the host opens these keys of `{Tenant}`, and nothing opens what they alone wrap: {Keys}")]
    public static partial void KeysLost(this ILogger logger, string tenant, string keys);

    [LoggerMessage(1700, LogLevel.Error, "payloads of `{Tenant}` that nobody needs could not be removed; it is tried again")]
    public static partial void PendingBlobsFailed(this ILogger logger, string tenant, Exception problem);

    [LoggerMessage(1701, LogLevel.Critical, "recording `{Recording}` of `{Tenant}` is not what was stored: {Problem}")]
    public static partial void RecordingDamaged(this ILogger logger, string tenant, string recording, RecordingProblem problem);

    [LoggerMessage(1702, LogLevel.Warning, "{Unread} recordings of `{Tenant}` could not be read to verify them; they are tried again")]
    public static partial void RecordingsUnread(this ILogger logger, string tenant, int unread);

    [LoggerMessage(1703, LogLevel.Error, "the recordings of `{Tenant}` could not be verified; it is tried again")]
    public static partial void ScrubFailed(this ILogger logger, string tenant, Exception problem);
}

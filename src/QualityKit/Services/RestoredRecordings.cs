using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.Persistence;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Deletes recordings again that a restored store has again, and leaves tombstones of those that it never knew.</summary>
internal static class RestoredRecordings
{
    /// <summary>Deletes them, but for those that are held now.</summary>
    /// <returns>Those; null when something changed: look again.</returns>
    public static async ValueTask<RecordingId[]?> DeleteAgainAsync(
        RestoreTools tools, Deed deed, RestoreState state, ImmutableArray<AuditDraft> deletions, CancellationToken cancellationToken)
    {
        var held = new List<RecordingId>();
        foreach (AuditDraft said in tools.Recordings is null ? [] : deletions)
        {
            try
            {
                if (!await DeleteAgainAsync(tools.Recordings!, deed, state, said, cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }
            }
            catch (ValidationFailedException problem) when (problem.Issues.Any(issue => issue.Code == IssueCodes.RecordingHeld))
            {
                held.Add(new(said.Entity.Id));
            }
        }

        return [.. held];
    }

    private static async ValueTask<bool> DeleteAgainAsync(RecordingTools tools, Deed deed, RestoreState state, AuditDraft said, CancellationToken cancellationToken)
    {
        Deed own = deed with { Command = DerivedIds.Command(deed.Command, said.Action, said.Entity.Id), Kind = RecordingTools.Kind, Id = said.Entity.Id, Code = said.Action };
        StoredRecording stored = await StoredRecording.FindAsync(tools.Documents, deed.Actor.Tenant, new(said.Entity.Id), cancellationToken).ConfigureAwait(false) ?? Unknown(said);
        bool isDeleted = stored.Deletion is not null
            || await new RecordingRemoval(tools) { ReplacedBy = RecordingFacts.ReplacementOf(said.Facts) }.DeleteUnlessHeldAsync(own, stored, state, replacement: null, cancellationToken).ConfigureAwait(false) is not null;
        if (isDeleted)
        {
            await tools.Safety.Memory.TellAsync(own, hold: null, cancellationToken).ConfigureAwait(false);
        }

        return isDeleted;
    }

    private static StoredRecording Unknown(AuditDraft said) => new()
    {
        Metadata = new()
        {
            Id = new(said.Entity.Id),
            Interaction = new(RecordingEvidence.Value(said.Facts, RecordingEvidence.Interaction) ?? ""),
            Media = Enum.Parse<MediaKind>(RecordingEvidence.Value(said.Facts, RecordingEvidence.Media) ?? nameof(MediaKind.Audio)),
        },
        Length = 0,
        StoredAt = said.At,
        StoredBy = new(said.Actor),
    };
}

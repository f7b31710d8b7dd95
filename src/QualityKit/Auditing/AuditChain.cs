using System.Collections.Frozen;
using System.Security.Cryptography;
using QualityKit.Validation;

namespace QualityKit.Auditing;

/// <summary>The chain of one entity: each entry names the hash of the one before it, and is authenticated under a key that the database does not hold.</summary>
public static class AuditChain
{
    /// <summary>The record that follows a head. Store it under the entity and the number, create-only, in the commit that it speaks of.</summary>
    /// <param name="head">How far the chain reaches now.</param>
    /// <param name="draft">What happened, to the entity of the head.</param>
    /// <param name="key">The key that authenticates it.</param>
    /// <returns>The record, and the head after it.</returns>
    /// <exception cref="ArgumentException">The draft is of another entity, or a text of it is outside its range.</exception>
    public static (AuditRecord Record, AuditHead Head) Append(AuditHead head, AuditDraft draft, AuditKey key)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(key);
        if (draft.Entity != head.Entity)
        {
            throw new ArgumentException($"the draft is of `{draft.Entity}`, the head of `{head.Entity}`", nameof(draft));
        }

        AuditText.GuardText(draft.Actor, nameof(draft));
        AuditText.GuardCode(draft.Action, nameof(draft));
        AuditText.GuardText(draft.Command, nameof(draft));
        byte[] bytes = AuditEntry.After(head, draft, key.Id).ToBytes();
        var record = new AuditRecord(bytes, key.Mac(bytes));
        return (record, head.After(record));
    }

    /// <summary>Goes through a chain and names every entry that is not as it was written, not where it was written, or not there.</summary>
    /// <param name="entity">Whose chain it is said to be.</param>
    /// <param name="records">What is stored, in the order of the numbers under which it is stored.</param>
    /// <param name="keys">Every key that was ever used.</param>
    /// <param name="sealedAt">The newest sealed head of the entity; null where none was sealed yet. Without it a tail that was removed cannot be seen.</param>
    public static AuditChainCheck Verify(AuditEntity entity, IEnumerable<AuditRecord> records, IEnumerable<AuditKey> keys, AuditHead? sealedAt = null)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(keys);
        FrozenDictionary<string, AuditKey> known = keys.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
        var issues = new IssueList();
        AuditHead head = AuditHead.Start(entity);
        AuditHead? atSeal = sealedAt?.Length == 0 ? head : null;
        foreach (AuditRecord record in records)
        {
            Check(record, head, known, issues);
            head = head.After(record);
            atSeal = head.Length == sealedAt?.Length ? head : atSeal;
        }

        CheckSeal(sealedAt, atSeal, head, issues);
        return new AuditChainCheck { Head = head, Issues = issues.ToImmutable() };
    }

    private static void Check(AuditRecord record, AuditHead head, FrozenDictionary<string, AuditKey> keys, IssueList issues)
    {
        string place = PlaceOf(head.Entity, head.Length + 1);
        if (record.Read() is not { } entry)
        {
            issues.Error(IssueCodes.AuditUnreadable, place);
            return;
        }

        if (!keys.TryGetValue(entry.KeyId, out AuditKey? key))
        {
            issues.Error(IssueCodes.AuditUnknownKey, place, ("key", entry.KeyId));
        }
        else if (!CryptographicOperations.FixedTimeEquals(key.Mac(record.Bytes.Span), record.Mac.Span))
        {
            issues.Error(IssueCodes.AuditAltered, place);
        }

        if (entry.Draft.Entity != head.Entity || entry.Number != head.Length + 1)
        {
            issues.Error(IssueCodes.AuditMisplaced, place, ("written", PlaceOf(entry.Draft.Entity, entry.Number)));
        }
        else if (entry.Previous != Convert.ToHexStringLower(head.Hash.AsSpan()))
        {
            issues.Error(IssueCodes.AuditBrokenLink, place);
        }
    }

    private static void CheckSeal(AuditHead? sealedAt, AuditHead? atSeal, AuditHead head, IssueList issues)
    {
        if (sealedAt is null || sealedAt.Equals(atSeal))
        {
            return;
        }

        if (head.Length == 0)
        {
            issues.Error(IssueCodes.AuditEntityGone, PlaceOf(head.Entity), ("sealed", sealedAt.Length));
        }
        else if (head.Length < sealedAt.Length)
        {
            issues.Error(IssueCodes.AuditTailGone, PlaceOf(head.Entity), ("sealed", sealedAt.Length), ("stored", head.Length));
        }
        else
        {
            issues.Error(IssueCodes.AuditOtherThanSealed, PlaceOf(head.Entity, sealedAt.Length));
        }
    }

    private static string PlaceOf(AuditEntity entity) => $"/{IssueList.Escape(entity.Kind)}/{IssueList.Escape(entity.Id)}";

    private static string PlaceOf(AuditEntity entity, long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlaceOf(entity)}/{number}");
}

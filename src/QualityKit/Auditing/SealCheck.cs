using System.Collections.Frozen;
using System.Globalization;
using QualityKit.Validation;

namespace QualityKit.Auditing;

/// <summary>Goes through the row of seals, and gathers how far each chain was sealed.</summary>
internal sealed class SealCheck
{
    private readonly AuditEvidence _evidence;
    private readonly IssueList _issues;
    private readonly FrozenDictionary<string, AuditPublicKey> _signers;
    private readonly FrozenDictionary<long, string> _anchors;
    private AuditSeal? _before;
    private long _number;

    private SealCheck(AuditEvidence evidence, IssueList issues)
    {
        (_evidence, _issues) = (evidence, issues);
        _signers = evidence.Signers.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
        _anchors = evidence.Anchors.DistinctBy(anchor => anchor.Number).ToFrozenDictionary(anchor => anchor.Number, anchor => anchor.Hash);
    }

    /// <summary>The newest sealed head of each entity.</summary>
    public Dictionary<AuditEntity, AuditHead> Newest { get; } = [];

    /// <summary>How many seals there are.</summary>
    public long Count { get; private set; }

    public static SealCheck Run(AuditEvidence evidence, IssueList issues)
    {
        var check = new SealCheck(evidence, issues);
        foreach (SealRecord record in evidence.Seals)
        {
            check.Look(record);
        }

        check.LookBeyond();
        return check;
    }

    private static string PlaceOf(long number) => string.Create(CultureInfo.InvariantCulture, $"/seals/{number}");

    private void Look(SealRecord record)
    {
        Count++;
        AuditSeal? read = AuditSeal.Read(record.Bytes);
        CheckLost(read?.Lost ?? 0);
        _number++;
        string place = PlaceOf(_number);
        if (read is not { } seal)
        {
            _issues.Error(IssueCodes.AuditSealUnreadable, place);
            _before = null;
            return;
        }

        CheckSignature(record, place);
        CheckPlace(seal, place);
        if (_anchors.TryGetValue(_number, out string? anchored) && anchored != seal.Hash)
        {
            _issues.Error(IssueCodes.AuditSealOtherThanAnchored, place);
        }

        Gather(seal, place);
        _before = seal;
    }

    // A seal says itself that others before it are lost: a person reconciled a store that had gone back. It stays to be seen.
    private void CheckLost(long lost)
    {
        if (lost > 0)
        {
            _issues.Warning(IssueCodes.AuditSealsLost, PlaceOf(_number + 1), ("lost", lost), ("last", _number + lost));
            _number += lost;
        }
    }

    private void CheckSignature(SealRecord record, string place)
    {
        if (record.SignerKeyId is not { } id)
        {
            CheckUnsigned(place);
        }
        else if (!_signers.TryGetValue(id, out AuditPublicKey? signer))
        {
            _issues.Error(IssueCodes.AuditUnknownSigner, place, ("key", id));
        }
        else if (!signer.Verifies(record.Bytes.Span, record.Signature.Span))
        {
            _issues.Error(IssueCodes.AuditSealForged, place);
        }
    }

    // Where nobody signs it is said once; where seals are signed, one that is not may have been put there by anybody.
    private void CheckUnsigned(string place)
    {
        if (_signers.Count > 0)
        {
            _issues.Error(IssueCodes.AuditSealUnsigned, place);
        }
        else if (Count == 1)
        {
            _issues.Warning(IssueCodes.AuditSealUnsigned, place);
        }
    }

    private void CheckPlace(AuditSeal seal, string place)
    {
        bool isFirst = Count == 1;
        if (seal.Tenant != _evidence.Tenant || seal.Number != _number)
        {
            _issues.Error(IssueCodes.AuditSealMisplaced, place, ("tenant", seal.Tenant), ("number", seal.Number));
        }
        else if (isFirst ? seal.Previous.Trim('0').Length > 0 : _before is not null && seal.Previous != _before.Hash)
        {
            _issues.Error(IssueCodes.AuditSealBrokenLink, place);
        }

        if (_before is not null && seal.At < _before.At)
        {
            _issues.Error(IssueCodes.AuditSealBackInTime, place);
        }
        else if (_before is not null && seal.At - _before.At > _evidence.SealPeriod * 2)
        {
            _issues.Warning(IssueCodes.AuditSealGap, place, ("before", _before.At.ToString("u", CultureInfo.InvariantCulture)), ("after", seal.At.ToString("u", CultureInfo.InvariantCulture)));
        }
    }

    // A chain never gets shorter: a seal that says so was made over a store that went back to an older state.
    private void Gather(AuditSeal seal, string place)
    {
        foreach (AuditHead head in seal.Heads)
        {
            if (Newest.TryGetValue(head.Entity, out AuditHead? known) && known.Length >= head.Length)
            {
                _issues.Error(IssueCodes.AuditSealGoesBack, place, ("entity", head.Entity.ToString()), ("before", known.Length), ("after", head.Length));
                continue;
            }

            Newest[head.Entity] = head;
        }
    }

    private void LookBeyond()
    {
        foreach (long number in _anchors.Keys.Where(number => number > _number).Order())
        {
            _issues.Error(IssueCodes.AuditSealGone, PlaceOf(number));
        }
    }
}

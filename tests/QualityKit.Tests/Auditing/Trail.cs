using System.Security.Cryptography;
using QualityKit.Auditing;

namespace QualityKit.Tests.Auditing;

/// <summary>The audit of one tenant as a store would hold it, with everything in reach of somebody who wants to change it.</summary>
internal sealed class Trail
{
    public const string Tenant = "acme";

    public static readonly AuditKey Key = new("k-1", [.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
    public static readonly DateTimeOffset Start = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<AuditEntity, AuditHead> _heads = [];
    private readonly HashSet<AuditEntity> _dirty = [];
    private AuditSeal? _newest;

    public Dictionary<AuditEntity, List<AuditRecord>> Chains { get; } = [];

    public List<SealRecord> Seals { get; } = [];

    public List<AnchoredSeal> Anchors { get; } = [];

    public bool Signs { get; init; } = true;

    public static AuditEntity Evaluation(string id, string tenant = Tenant) => new(tenant, "evaluation", id);

    public static AuditDraft Draft(AuditEntity entity, string action = "evaluation.saved", int minute = 0) => new()
    {
        Entity = entity,
        At = Start.AddMinutes(minute),
        Actor = "ann",
        Action = action,
        Command = "c-1",
        Facts = [new AuditFact("version", "1"), new AuditFact("score", "4/5")],
    };

    public Trail Write(string id, params string[] actions)
    {
        AuditEntity entity = Evaluation(id);
        foreach (string action in actions)
        {
            (AuditRecord record, AuditHead head) = AuditChain.Append(_heads.GetValueOrDefault(entity) ?? AuditHead.Start(entity), Draft(entity, action), Key);
            _heads[entity] = head;
            Chains.TryAdd(entity, []);
            Chains[entity].Add(record);
            _dirty.Add(entity);
        }

        return this;
    }

    public Trail Seal(int minute, bool anchors = true)
    {
        _newest = AuditSeal.After(_newest, Tenant, Start.AddMinutes(minute), _dirty.Select(entity => _heads[entity]));
        _dirty.Clear();
        Seals.Add(Signed(_newest));
        if (anchors)
        {
            Anchors.Add(new AnchoredSeal { Number = _newest.Number, Hash = _newest.Hash });
        }

        return this;
    }

    public SealRecord Signed(AuditSeal seal) => Signs
        ? new SealRecord { Bytes = seal.Bytes, SignerKeyId = "s-1", Signature = _signer.SignData(seal.Bytes.Span, HashAlgorithmName.SHA256) }
        : new SealRecord { Bytes = seal.Bytes };

    public AuditEvidence Evidence() => new()
    {
        Tenant = Tenant,
        Seals = Seals,
        Entities = Chains.Keys,
        RecordsOf = entity => Chains.GetValueOrDefault(entity) ?? [],
        Keys = [Key],
        Signers = Signs ? [new AuditPublicKey("s-1", _signer.ExportSubjectPublicKeyInfo())] : [],
        Anchors = [.. Anchors],
        SealPeriod = TimeSpan.FromMinutes(10),
    };

    public string[] Found() => [.. AuditTrail.Verify(Evidence()).Issues.Select(issue => $"{issue.Code} {issue.Pointer}")];
}

using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Auditing;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Something that happened to an evaluation: who, when, what. The audit keeps it, and events tell it.</summary>
public sealed record EvaluationFact
{
    /// <summary>The kind that the audit knows evaluations by.</summary>
    internal const string EntityKind = "evaluation";

    private const string VersionFact = "version";

    /// <summary>What happened: one of <see cref="FactCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The command.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The evaluation.</summary>
    public required EvaluationId Evaluation { get; init; }

    /// <summary>The number of the version that counts afterwards; 0 before the first.</summary>
    public required int Version { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId Actor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Ids, codes and digests that belong to it.</summary>
    public ImmutableArray<AuditFact> Details { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sentence for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Format(
        Code, [new() { Name = "version", Value = Version }, .. Details.Select(detail => new MessageArgument { Name = detail.Name, Value = detail.Value })]);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => ToText();

    /// <summary>What the audit and events say of it.</summary>
    internal AuditDraft ToDraft(TenantId tenant) => new()
    {
        Entity = EntityOf(tenant, Evaluation),
        At = At,
        Actor = Actor.Value,
        Action = Code,
        Command = Command.Value,
        Facts = [new(VersionFact, Version.ToString(CultureInfo.InvariantCulture)), .. Details],
    };

    /// <summary>What was said of an evaluation.</summary>
    internal static EvaluationFact Of(AuditDraft draft) => new()
    {
        Code = draft.Action,
        Command = new(draft.Command),
        Evaluation = new(draft.Entity.Id),
        Version = int.Parse(draft.Facts[0].Value, CultureInfo.InvariantCulture),
        Actor = new(draft.Actor),
        At = draft.At,
        Details = draft.Facts[1..],
    };

    /// <summary>The chain of an evaluation.</summary>
    internal static AuditEntity EntityOf(TenantId tenant, EvaluationId evaluation) => new(tenant.Value, EntityKind, evaluation.Value);
}

using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Something that happened to an evaluation: who, when, what. The audit keeps it, and events tell it.</summary>
public sealed record EvaluationFact
{
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
    public ImmutableArray<FactDetail> Details { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sentence for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Format(
        Code, [new() { Name = "version", Value = Version }, .. Details.Select(detail => new MessageArgument { Name = detail.Name, Value = detail.Value })]);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => ToText();
}

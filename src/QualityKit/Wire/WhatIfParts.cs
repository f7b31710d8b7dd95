using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>The plain values and small objects that a what-if tally is made of.</summary>
internal static class WhatIfParts
{
    /// <summary>The most characters of a fraction: exact sums are as long as the denominators of a form demand, which is a few digits.</summary>
    public const int LongestFraction = 100_000;

    private const decimal HighestCount = 1_000_000_000_000_000;

    public static NameTable<MisfitKind> MisfitKinds { get; } = new(
        (MisfitKind.QuestionGone, "questionGone"),
        (MisfitKind.GroupGone, "groupGone"),
        (MisfitKind.OptionGone, "optionGone"),
        (MisfitKind.NotApplicableNotAllowed, "notApplicableNotAllowed"),
        (MisfitKind.AnswerDoesNotFit, "answerDoesNotFit"),
        (MisfitKind.AnswerMissing, "answerMissing"),
        (MisfitKind.CommentMissing, "commentMissing"));

    public static ValueKind<long> Count { get; } =
        new NumberKind { Minimum = 0, Maximum = HighestCount, IsWhole = true }.As(decimal.ToInt64);

    public static ValueKind<string> Name { get; } = Kinds.Text(TextRules.LongestName, shortest: 1);

    public static ValueKind<Fraction> Sum { get; } =
        new PatternKind("^-?[0-9]+(/0*[1-9][0-9]*)?$", IssueCodes.WhatIfBadFraction, IsFraction)
            .As(text => Fraction.TryParse(text, out Fraction fraction) ? fraction : default);

    public static ValueKind<ImmutableArray<string>> Ids { get; } = Kinds.Array(Name, most: WhatIfLimits.MostListed);

    public static ObjectTable<NamedCount> Reason { get; } = new ObjectTable<NamedCount>("reason", () => new() { Name = "", Count = 0 })
        .Required("name", Name, (reason, name) => reason with { Name = name })
        .Required("count", Count, (reason, count) => reason with { Count = count });

    public static ObjectTable<AffectedCases> Affected { get; } = new ObjectTable<AffectedCases>("affected", () => new() { Count = 0 })
        .Required("count", Count, (cases, count) => cases with { Count = count })
        .Required("ids", Ids, (cases, ids) => cases with { Ids = ids })
        .Optional("reasons", Kinds.Array(Reason), (cases, reasons) => cases with { Reasons = reasons });

    public static ObjectTable<BandMove> Band { get; } = new ObjectTable<BandMove>("bandCount", () => new())
        .Optional("before", Kinds.Integer(0), (band, position) => band with { Before = position })
        .Optional("after", Kinds.Integer(0), (band, position) => band with { After = position })
        .Required("count", Count, (band, count) => band with { Count = count });

    public static ObjectTable<WhatIfMisfit> Misfit { get; } =
        new ObjectTable<WhatIfMisfit>("misfit", () => new() { Kind = default, Key = "", Count = 0 })
            .Required("kind", Kinds.Choice(MisfitKinds), (misfit, kind) => misfit with { Kind = kind })
            .Required("key", Name, (misfit, key) => misfit with { Key = key })
            .Optional("option", Name, (misfit, option) => misfit with { Option = option })
            .Required("count", Count, (misfit, count) => misfit with { Count = count });

    private static bool IsFraction(string text) =>
        text.Length <= LongestFraction
        && text.AsSpan().TrimStart('-').IndexOfAnyExceptInRange('/', '9') < 0
        && Fraction.TryParse(text, out _);
}

using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;

namespace QualityKit.Wire;

/// <summary>A what-if tally as it is stored between two parts of a run: <c>qualitykit.what-if/1</c>.</summary>
internal static class WhatIfTable
{
    public const string Format = "qualitykit.what-if/1";

    private static readonly ObjectTable<SideState> Side = new ObjectTable<SideState>("scores", () => new())
        .Required("totals", WhatIfParts.Sum, (side, sum) => side with { Totals = sum })
        .Required("weighted", WhatIfParts.Sum, (side, sum) => side with { Weighted = sum })
        .Required("possible", WhatIfParts.Sum, (side, sum) => side with { Possible = sum })
        .Required("formFailed", WhatIfParts.Count, (side, count) => side with { FormFailed = count })
        .Required("bins", Kinds.Array(WhatIfParts.Count, BinScale.Bins, BinScale.Bins), (side, bins) => side with { Bins = bins });

    private static readonly ObjectTable<WhatIfChange> Change =
        new ObjectTable<WhatIfChange>("change", () => new() { Id = "", Before = default, After = default })
            .Required("id", WhatIfParts.Name, (change, id) => change with { Id = id })
            .Required("before", WhatIfParts.Sum.As(Score.Share), (change, score) => change with { Before = score })
            .Required("after", WhatIfParts.Sum.As(Score.Share), (change, score) => change with { After = score });

    private static readonly ObjectTable<ChangeState> Changes = new ObjectTable<ChangeState>("changes", () => new())
        .Required("sum", WhatIfParts.Sum, (changes, sum) => changes with { Sum = sum })
        .Required("rises", WhatIfParts.Count, (changes, count) => changes with { Rises = count })
        .Required("falls", WhatIfParts.Count, (changes, count) => changes with { Falls = count })
        .Required("same", WhatIfParts.Count, (changes, count) => changes with { Same = count })
        .Required("largestRises", Kinds.Array(Change, most: WhatIfLimits.MostLargest), (changes, largest) => changes with { LargestRises = largest })
        .Required("largestFalls", Kinds.Array(Change, most: WhatIfLimits.MostLargest), (changes, largest) => changes with { LargestFalls = largest });

    private static readonly ObjectTable<SubjectState> Subject = new ObjectTable<SubjectState>("subject", () => new())
        .Required("subject", WhatIfParts.Name, (subject, name) => subject with { Subject = name })
        .Required("compared", WhatIfParts.Count, (subject, count) => subject with { Compared = count })
        .Required("countBefore", WhatIfParts.Count, (subject, count) => subject with { CountBefore = count })
        .Required("totalsBefore", WhatIfParts.Sum, (subject, sum) => subject with { TotalsBefore = sum })
        .Required("countAfter", WhatIfParts.Count, (subject, count) => subject with { CountAfter = count })
        .Required("totalsAfter", WhatIfParts.Sum, (subject, sum) => subject with { TotalsAfter = sum })
        .Required("toFailed", WhatIfParts.Count, (subject, count) => subject with { ToFailed = count })
        .Required("toPassed", WhatIfParts.Count, (subject, count) => subject with { ToPassed = count });

    public static ObjectTable<WhatIfDocument> Table { get; } = new ObjectTable<WhatIfDocument>("tally", () => new())
        .Constant("format", Format, isRequired: true)
        .Required("before", Kinds.Text(TextRules.LongestName), (document, id) => document with { Before = id })
        .Required("after", Kinds.Text(TextRules.LongestName), (document, id) => document with { After = id })
        .Required("largest", Kinds.Integer(0, WhatIfLimits.MostLargest),
            (document, most) => document.With(state => state with { Limits = state.Limits with { Largest = most } }))
        .Required("listed", Kinds.Integer(0, WhatIfLimits.MostListed),
            (document, most) => document.With(state => state with { Limits = state.Limits with { Listed = most } }))
        .Optional("last", WhatIfParts.Name, (document, id) => document.With(state => state with { LastId = id }))
        .Required("skipped", WhatIfParts.Affected, (document, cases) => document.With(state => state with { Skipped = cases }))
        .Required("outcomes", Kinds.Array(WhatIfParts.Count, PlaceTally.Places, PlaceTally.Places),
            (document, counts) => document.With(state => state with { Outcomes = counts }))
        .Required("bands", Kinds.Array(WhatIfParts.Band), (document, bands) => document.With(state => state with { Bands = bands }))
        .Required("scoresBefore", Side, (document, side) => document.With(state => state with { Before = side }))
        .Required("scoresAfter", Side, (document, side) => document.With(state => state with { After = side }))
        .Required("changes", Changes, (document, changes) => document.With(state => state with { Changes = changes }))
        .Required("toFailed", WhatIfParts.Affected, (document, cases) => document.With(state => state with { ToFailed = cases }))
        .Required("toPassed", WhatIfParts.Affected, (document, cases) => document.With(state => state with { ToPassed = cases }))
        .Required("newFailures", WhatIfParts.Affected, (document, cases) => document.With(state => state with { NewFailures = cases }))
        .Required("provisional", WhatIfParts.Count, (document, count) => document.With(state => state with { Provisional = count }))
        .Required("misfits", Kinds.Array(WhatIfParts.Misfit), (document, misfits) => document.With(state => state with { Misfits = misfits }))
        .Required("subjects", Kinds.Array(Subject), (document, subjects) => document.With(state => state with { Subjects = subjects }));
}

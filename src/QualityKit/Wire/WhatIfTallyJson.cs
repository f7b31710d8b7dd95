using QualityKit.Canonical;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>What-if tallies as JSON in the format <c>qualitykit.what-if/1</c>, to stop a long run anywhere and go on later (docs/what-if.md).</summary>
/// <remarks>A run that was stopped and continued, however often, writes the same bytes as one that was not. The document holds ids and
/// subjects, as the host named them, and no answers. Reading never throws, whatever the bytes.</remarks>
public static class WhatIfTallyJson
{
    private static readonly DocumentFormat<WhatIfDocument> Format = new(WhatIfTable.Format, WhatIfTable.Table, (_, _) => { });

    /// <summary>The JSON Schema (draft 2020-12) of the format, made from the tables that reading follows.</summary>
    /// <remarks>It cannot say everything: whether the counts agree, and the order of lists, only reading finds.</remarks>
    public static string Schema => Format.Schema;

    /// <summary>The canonical bytes of a tally: equal tallies give equal bytes.</summary>
    /// <exception cref="InvalidOperationException">An exact sum has more than 100,000 characters, which no form of real weights comes near.</exception>
    public static byte[] Write(WhatIfTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var writer = new CanonicalWriter();
        new WhatIfWriter(writer).Write(tally.WhatIf, tally.State);
        return writer.ToArray();
    }

    /// <summary>Reads a tally, strictly, to go on with it.</summary>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    /// <param name="whatIf">The question that it was begun with: a tally of other form versions is an issue.</param>
    /// <returns>The tally, or every issue.</returns>
    public static Validated<WhatIfTally> Read(ReadOnlySpan<byte> utf8, WhatIf whatIf)
    {
        ArgumentNullException.ThrowIfNull(whatIf);
        var issues = new ReadIssues();
        return Tally(Format.Read(utf8, issues), whatIf, issues);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, WhatIf)"/>
    /// <param name="json">The document.</param>
    /// <param name="whatIf">The question that it was begun with: a tally of other form versions is an issue.</param>
    public static Validated<WhatIfTally> Read(string json, WhatIf whatIf)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(whatIf);
        var issues = new ReadIssues();
        return Tally(Format.Read(json, issues), whatIf, issues);
    }

    private static Validated<WhatIfTally> Tally(WhatIfDocument? document, WhatIf whatIf, ReadIssues issues)
    {
        if (document is null || issues.HasErrors)
        {
            return new(null, issues.ToImmutable());
        }

        // What is counted of other forms cannot be held against these, so that is said alone.
        Place root = Place.Root(issues);
        WhatIfRules.CheckForms(document, whatIf, root);
        WhatIfState state = InUnits(document.State, whatIf.After.Method.Unit);
        if (!issues.HasErrors)
        {
            new WhatIfRules(whatIf, state, root).Check();
        }

        return new(issues.HasErrors ? null : WhatIfTally.From(whatIf, state), issues.ToImmutable());
    }

    // Changes are of one unit, which the forms know; the document has their numbers.
    private static WhatIfState InUnits(WhatIfState state, ScoreUnit unit)
    {
        WhatIfChange InUnit(WhatIfChange change) =>
            change with { Before = new Score(change.Before.Value, unit), After = new Score(change.After.Value, unit) };
        return state with
        {
            Changes = state.Changes with
            {
                LargestRises = [.. state.Changes.LargestRises.Select(InUnit)],
                LargestFalls = [.. state.Changes.LargestFalls.Select(InUnit)],
            },
        };
    }
}

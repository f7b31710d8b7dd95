using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Methods;
using QualityKit.Rescoring;

namespace QualityKit.Wire;

/// <summary>Writes a what-if tally as <c>qualitykit.what-if/1</c>: equal tallies give equal bytes.</summary>
internal sealed class WhatIfWriter(CanonicalWriter writer)
{
    public void Write(WhatIf whatIf, WhatIfState state)
    {
        writer.BeginObject();
        writer.Member("format", WhatIfTable.Format);
        writer.Member("before", whatIf.Before.Id.Value);
        writer.Member("after", whatIf.After.Id.Value);
        writer.Member("largest", state.Limits.Largest);
        writer.Member("listed", state.Limits.Listed);
        Optional("last", state.LastId);
        Write("skipped", state.Skipped);
        Counts("outcomes", state.Outcomes);
        All("bands", state.Bands, Write);
        Write("scoresBefore", state.Before);
        Write("scoresAfter", state.After);
        Write(state.Changes);
        Write("toFailed", state.ToFailed);
        Write("toPassed", state.ToPassed);
        Write("newFailures", state.NewFailures);
        writer.Member("provisional", state.Provisional);
        All("misfits", state.Misfits, Write);
        All("subjects", state.Subjects, Write);
        writer.EndObject();
    }

    private void Write(string name, AffectedCases cases)
    {
        writer.BeginObject(name);
        writer.Member("count", cases.Count);
        writer.BeginArray("ids");
        foreach (string id in cases.Ids)
        {
            writer.Value(id);
        }

        writer.EndArray();
        if (!cases.Reasons.IsEmpty)
        {
            All("reasons", cases.Reasons, Write);
        }

        writer.EndObject();
    }

    private void Write(NamedCount reason)
    {
        writer.Member("name", reason.Name);
        writer.Member("count", reason.Count);
    }

    private void Write(BandMove band)
    {
        if (band.Before >= 0)
        {
            writer.Member("before", band.Before);
        }

        if (band.After >= 0)
        {
            writer.Member("after", band.After);
        }

        writer.Member("count", band.Count);
    }

    private void Write(string name, SideState side)
    {
        writer.BeginObject(name);
        Sum("totals", side.Totals);
        Sum("weighted", side.Weighted);
        Sum("possible", side.Possible);
        writer.Member("formFailed", side.FormFailed);
        Counts("bins", side.Bins);
        writer.EndObject();
    }

    private void Write(ChangeState changes)
    {
        writer.BeginObject("changes");
        Sum("sum", changes.Sum);
        writer.Member("rises", changes.Rises);
        writer.Member("falls", changes.Falls);
        writer.Member("same", changes.Same);
        All("largestRises", changes.LargestRises, Write);
        All("largestFalls", changes.LargestFalls, Write);
        writer.EndObject();
    }

    private void Write(WhatIfChange change)
    {
        writer.Member("id", change.Id);
        Sum("before", change.Before.Value);
        Sum("after", change.After.Value);
    }

    private void Write(WhatIfMisfit misfit)
    {
        writer.Member("kind", WhatIfParts.MisfitKinds.NameOf(misfit.Kind)!);
        writer.Member("key", misfit.Key);
        Optional("option", misfit.Option);
        writer.Member("count", misfit.Count);
    }

    private void Write(SubjectState subject)
    {
        writer.Member("subject", subject.Subject);
        writer.Member("compared", subject.Compared);
        writer.Member("countBefore", subject.CountBefore);
        Sum("totalsBefore", subject.TotalsBefore);
        writer.Member("countAfter", subject.CountAfter);
        Sum("totalsAfter", subject.TotalsAfter);
        writer.Member("toFailed", subject.ToFailed);
        writer.Member("toPassed", subject.ToPassed);
    }

    private void Optional(string name, string? text)
    {
        if (text is not null)
        {
            writer.Member(name, text);
        }
    }

    private void Sum(string name, Fraction sum)
    {
        string text = sum.ToString();
        writer.Member(name, text.Length <= WhatIfParts.LongestFraction
            ? text
            : throw new InvalidOperationException($"the exact sum `{name}` has {text.Length} characters; at most {WhatIfParts.LongestFraction} can be stored"));
    }

    private void Counts(string name, ImmutableArray<long> counts)
    {
        writer.BeginArray(name);
        foreach (long count in counts)
        {
            writer.Value(count);
        }

        writer.EndArray();
    }

    private void All<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        writer.BeginArray(name);
        foreach (T item in items)
        {
            writer.BeginObject();
            write(item);
            writer.EndObject();
        }

        writer.EndArray();
    }
}

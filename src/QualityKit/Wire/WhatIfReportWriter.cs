using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;

namespace QualityKit.Wire;

/// <summary>Writes <c>qualitykit.what-if-report/1</c>.</summary>
internal sealed class WhatIfReportWriter(Utf8JsonWriter writer)
{
    public void Write(WhatIfReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("format", "qualitykit.what-if-report/1");
        writer.WriteNumber("compared", report.Compared);
        Write("skipped", report.Skipped);
        writer.WriteNumber("provisional", report.Provisional);
        writer.WriteBoolean("sameUnit", report.WhatIf.HasSameUnit);
        Write("before", report.WhatIf.Before, report.Before);
        Write("after", report.WhatIf.After, report.After);
        Write("meanChange", report.MeanChange);
        writer.WriteNumber("rises", report.Rises);
        writer.WriteNumber("falls", report.Falls);
        writer.WriteNumber("same", report.Same);
        WriteAll("largestRises", report.LargestRises, Write);
        WriteAll("largestFalls", report.LargestFalls, Write);
        WriteAll("outcomes", report.Outcomes, Write);
        Write("toFailed", report.ToFailed);
        Write("toPassed", report.ToPassed);
        Write("newFailures", report.NewFailures);
        WriteAll("bands", report.Bands, Write);
        WriteAll("subjects", report.Subjects, Write);
        WriteAll("misfits", report.Misfits, Write);
        writer.WriteEndObject();
    }

    private void Write(string name, EvaluationForm form, WhatIfScores scores)
    {
        writer.WriteStartObject(name);
        writer.WriteString("form", form.Id.Value);
        writer.WriteNumber("scored", scores.Average.Count);
        Write("mean", scores.Average.Mean);
        Write("ratioOfSums", scores.Average.RatioOfSums);
        writer.WriteNumber("passed", scores.Passed);
        writer.WriteNumber("failed", scores.Failed);
        writer.WriteString("passRate", scores.PassRate?.ToString());
        writer.WriteNumber("formFailed", scores.FormFailed);
        Write("binWidth", scores.Distribution.Step);
        Write("lowerQuartile", scores.Distribution.LowerQuartile);
        Write("median", scores.Distribution.Median);
        Write("upperQuartile", scores.Distribution.UpperQuartile);
        WriteAll("distribution", scores.Distribution.Bins.Where(bin => bin.Count > 0), bin =>
        {
            WriteEnds(bin);
            writer.WriteNumber("count", bin.Count);
        });
        writer.WriteEndObject();
    }

    private void Write(string name, ScoreBin? bin)
    {
        if (bin is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteEnds(bin);
        writer.WriteEndObject();
    }

    private void WriteEnds(ScoreBin bin)
    {
        writer.WriteString("from", bin.From?.Value.ToString());
        writer.WriteString("to", bin.To?.Value.ToString());
    }

    private void Write(string name, AffectedCases cases)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("count", cases.Count);
        writer.WriteStartArray("ids");
        foreach (string id in cases.Ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        WriteAll("reasons", cases.Reasons, Write);
        writer.WriteEndObject();
    }

    private void Write(NamedCount reason)
    {
        writer.WriteString("name", reason.Name);
        writer.WriteNumber("count", reason.Count);
    }

    private void Write(WhatIfChange change)
    {
        writer.WriteString("id", change.Id);
        Write("before", change.Before);
        Write("after", change.After);
        Write("change", change.Change);
    }

    private void Write(OutcomeTransition outcome)
    {
        writer.WriteString("before", Camel(outcome.Before.ToString()));
        writer.WriteString("after", Camel(outcome.After.ToString()));
        writer.WriteNumber("count", outcome.Count);
    }

    private void Write(BandTransition band)
    {
        writer.WriteString("before", band.Before?.Name.Text);
        writer.WriteString("after", band.After?.Name.Text);
        writer.WriteNumber("count", band.Count);
    }

    private void Write(WhatIfSubject subject)
    {
        writer.WriteString("subject", subject.Subject);
        writer.WriteNumber("compared", subject.Compared);
        writer.WriteNumber("scoredBefore", subject.CountBefore);
        Write("meanBefore", subject.MeanBefore);
        writer.WriteNumber("scoredAfter", subject.CountAfter);
        Write("meanAfter", subject.MeanAfter);
        writer.WriteString("crossing", Camel(subject.Crossing.ToString()));
        writer.WriteNumber("toFailed", subject.ToFailed);
        writer.WriteNumber("toPassed", subject.ToPassed);
    }

    private void Write(WhatIfMisfit misfit)
    {
        writer.WriteString("kind", WhatIfParts.MisfitKinds.NameOf(misfit.Kind));
        writer.WriteString("key", misfit.Key);
        if (misfit.Option is { } option)
        {
            writer.WriteString("option", option);
        }

        writer.WriteNumber("count", misfit.Count);
    }

    private void Write(string name, Score? score)
    {
        if (score is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("unit", Camel(value.Unit.ToString()));
        writer.WriteString("value", value.Value.ToString());
        writer.WriteEndObject();
    }

    private void WriteAll<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

using System.Text.Json;
using QualityKit.Forms;
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
        writer.WriteScore("meanChange", report.MeanChange);
        writer.WriteNumber("rises", report.Rises);
        writer.WriteNumber("falls", report.Falls);
        writer.WriteNumber("same", report.Same);
        writer.WriteObjects("largestRises", report.LargestRises, Write);
        writer.WriteObjects("largestFalls", report.LargestFalls, Write);
        writer.WriteObjects("outcomes", report.Outcomes, Write);
        Write("toFailed", report.ToFailed);
        Write("toPassed", report.ToPassed);
        Write("newFailures", report.NewFailures);
        writer.WriteObjects("bands", report.Bands, Write);
        writer.WriteObjects("subjects", report.Subjects, Write);
        writer.WriteObjects("misfits", report.Misfits, Write);
        writer.WriteEndObject();
    }

    private void Write(string name, EvaluationForm form, WhatIfScores scores)
    {
        writer.WriteStartObject(name);
        writer.WriteString("form", form.Id.Value);
        writer.WriteNumber("scored", scores.Average.Count);
        writer.WriteScore("mean", scores.Average.Mean);
        writer.WriteScore("ratioOfSums", scores.Average.RatioOfSums);
        writer.WriteNumber("passed", scores.Passed);
        writer.WriteNumber("failed", scores.Failed);
        writer.WriteString("passRate", scores.PassRate?.ToString());
        writer.WriteNumber("formFailed", scores.FormFailed);
        writer.WriteScore("binWidth", scores.Distribution.Step);
        Write("lowerQuartile", scores.Distribution.LowerQuartile);
        Write("median", scores.Distribution.Median);
        Write("upperQuartile", scores.Distribution.UpperQuartile);
        writer.WriteObjects("distribution", scores.Distribution.Bins.Where(bin => bin.Count > 0), bin =>
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
        writer.WriteObjects("reasons", cases.Reasons, Write);
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
        writer.WriteScore("before", change.Before);
        writer.WriteScore("after", change.After);
        writer.WriteScore("change", change.Change);
    }

    private void Write(OutcomeTransition outcome)
    {
        writer.WriteString("before", EnumRules.Name(outcome.Before));
        writer.WriteString("after", EnumRules.Name(outcome.After));
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
        writer.WriteScore("meanBefore", subject.MeanBefore);
        writer.WriteNumber("scoredAfter", subject.CountAfter);
        writer.WriteScore("meanAfter", subject.MeanAfter);
        writer.WriteString("crossing", EnumRules.Name(subject.Crossing));
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
}

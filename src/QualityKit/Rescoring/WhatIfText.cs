using System.Collections.Immutable;
using System.Text;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>Puts a report into words: one fact a line, what has nothing to say left out.</summary>
internal sealed class WhatIfText(WhatIfReport report, MessageCatalogue catalogue)
{
    private const int MostIds = 10;
    private const int MostSubjects = 20;

    private readonly StringBuilder _text = new();
    private readonly WhatIfWords _words = new(report.WhatIf, catalogue);

    public string Write()
    {
        WriteCounts();
        WriteNumbers();
        WriteOutcomes();
        WriteSection(WhatIfCodes.Bands, report.Bands.Select(_words.Band));
        WriteSubjects([.. report.CrossingSubjects]);
        WriteSection(WhatIfCodes.LargestRises, report.LargestRises.Select(_words.Move));
        WriteSection(WhatIfCodes.LargestFalls, report.LargestFalls.Select(_words.Move));
        WriteSection(WhatIfCodes.Misfits, report.Misfits.Select(_words.Misfit));
        return _text.ToString();
    }

    private void WriteCounts()
    {
        (EvaluationForm before, EvaluationForm after) = (report.WhatIf.Before, report.WhatIf.After);
        WriteLine(
            WhatIfCodes.Title,
            ("before", before.Name.ToString(catalogue.Language)),
            ("versionBefore", before.Version),
            ("after", after.Name.ToString(catalogue.Language)),
            ("versionAfter", after.Version));
        WriteLine(WhatIfCodes.Counted, ("compared", report.Compared), ("skipped", report.Skipped.Count));
        WriteAffected(WhatIfCodes.Skipped, report.Skipped, reason => _words.Say(WhatIfCodes.SkippedFor, ("code", reason.Name), ("count", reason.Count)));
        if (report.Provisional > 0)
        {
            WriteLine(WhatIfCodes.Provisional, ("count", report.Provisional));
        }
    }

    private void WriteNumbers()
    {
        (WhatIfScores before, WhatIfScores after) = (report.Before, report.After);
        if (!report.WhatIf.HasSameUnit)
        {
            WriteLine(
                WhatIfCodes.UnitsDiffer,
                ("before", _words.Unit(report.WhatIf.Before.Method.Unit)),
                ("after", _words.Unit(report.WhatIf.After.Method.Unit)));
        }

        WriteLine(WhatIfCodes.Mean, ("before", _words.Before(before.Average.Mean)), ("after", _words.After(after.Average.Mean)));
        WriteLine(WhatIfCodes.RatioOfSums, ("before", _words.Before(before.Average.RatioOfSums)), ("after", _words.After(after.Average.RatioOfSums)));
        if (report.MeanChange is { } change)
        {
            WriteLine(WhatIfCodes.Change, ("change", _words.Change(change)), ("rises", report.Rises), ("falls", report.Falls), ("same", report.Same));
        }

        WriteQuartiles(WhatIfCodes.QuartilesBefore, before.Distribution);
        WriteQuartiles(WhatIfCodes.QuartilesAfter, after.Distribution);
    }

    private void WriteQuartiles(string code, ScoreDistribution scores)
    {
        if (scores is { LowerQuartile: { } lower, Median: { } median, UpperQuartile: { } upper })
        {
            WriteLine(code, ("step", scores.Step), ("lower", _words.Bin(lower)), ("median", _words.Bin(median)), ("upper", _words.Bin(upper)));
        }
    }

    private void WriteOutcomes()
    {
        if (report.Before.PassRate is not null || report.After.PassRate is not null)
        {
            WriteLine(WhatIfCodes.Passed, ("before", _words.PassRate(report.Before)), ("after", _words.PassRate(report.After)));
        }

        WriteAffected(WhatIfCodes.ToFailed, report.ToFailed, _ => "");
        WriteAffected(WhatIfCodes.ToPassed, report.ToPassed, _ => "");
        WriteAffected(
            WhatIfCodes.NewFailures,
            report.NewFailures,
            reason => _words.Say(WhatIfCodes.NewFailuresBy, ("question", reason.Name), ("count", reason.Count)));
    }

    private void WriteAffected(string code, AffectedCases cases, Func<NamedCount, string> reason)
    {
        if (cases.Count > 0)
        {
            WriteLine(code, ("count", cases.Count), ("ids", Ids(cases)));
            WriteIndented(cases.Reasons.Select(reason));
        }
    }

    private void WriteSubjects(ImmutableArray<WhatIfSubject> subjects)
    {
        if (!subjects.IsEmpty)
        {
            WriteLine(WhatIfCodes.Subjects, ("count", subjects.Length));
            WriteIndented(subjects.Take(MostSubjects).Select(_words.Subject));
            WriteIndented(subjects.Length > MostSubjects ? [_words.Say(WhatIfCodes.MoreSubjects, ("count", subjects.Length - MostSubjects))] : []);
        }
    }

    private string Ids(AffectedCases cases)
    {
        ImmutableArray<string> shown = [.. cases.Ids.Take(MostIds)];
        string ids = string.Join(", ", shown);
        return shown.Length == cases.Count ? ids : _words.Say(WhatIfCodes.More, ("ids", ids), ("count", cases.Count - shown.Length));
    }

    private void WriteSection(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            WriteLine(title);
            WriteIndented(all);
        }
    }

    private void WriteIndented(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            _text.Append("  ").Append(line).Append('\n');
        }
    }

    private void WriteLine(string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        _text.Append(_words.Say(code, arguments)).Append('\n');
}

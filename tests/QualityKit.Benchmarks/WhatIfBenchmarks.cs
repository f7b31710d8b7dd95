using BenchmarkDotNet.Attributes;
using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.Benchmarks;

/// <summary>A hundred thousand evaluations of twenty agents under a stricter version of the form, so figures are for one of them.</summary>
[MemoryDiagnoser]
public class WhatIfBenchmarks
{
    /// <summary>How many evaluations a call compares.</summary>
    public const int Evaluations = 100_000;

    private const int Sheets = 1_000;
    private const int Agents = 20;

    private readonly WhatIf _whatIf;
    private readonly WhatIfCase[] _cases;
    private readonly NaiveScorer _naiveBefore;
    private readonly NaiveScorer _naiveAfter;
    private readonly Dictionary<string, string?>[] _plain;

    /// <summary>Prepares the same answers for both.</summary>
    public WhatIfBenchmarks()
    {
        EvaluationForm before = SupportForm.Publish();
        EvaluationForm after = Stricter(before);
        AnswerSheet[] sheets = SupportForm.Answers(before, Sheets);
        _whatIf = WhatIf.Between(before, after);
        _cases = [.. Enumerable.Range(0, Evaluations).Select(number => new WhatIfCase
        {
            Id = $"evaluation {number}",
            Subject = $"agent {number % Agents}",
            Answers = sheets[number % Sheets],
        })];
        _naiveBefore = new NaiveScorer(NaiveForm.From(before));
        _naiveAfter = new NaiveScorer(NaiveForm.From(after));
        _plain = [.. sheets.Select(sheet => sheet.Entries.ToDictionary(entry => entry.Question, entry => (entry.Answer as SelectedOptions)?.Options[0]))];
        Agree();
    }

    /// <summary>Decimals, dictionaries and a list of results: the means and the pairs of outcomes.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Evaluations)]
    public decimal Naive()
    {
        (decimal before, decimal after, int toFailed) = CompareNaively();
        return before + after + toFailed;
    }

    /// <summary>Checks the answers against both forms, scores, and tallies everything that a report says.</summary>
    [Benchmark(OperationsPerInvoke = Evaluations)]
    public long Replay() => _whatIf.Report(_cases).ToFailed.Count;

    private (decimal Before, decimal After, int ToFailed) CompareNaively()
    {
        var results = new List<(string? Subject, NaiveResult Before, NaiveResult After)>();
        for (int number = 0; number < Evaluations; number++)
        {
            Dictionary<string, string?> answers = _plain[number % Sheets];
            results.Add((_cases[number].Subject, _naiveBefore.Score(answers), _naiveAfter.Score(answers)));
        }

        return (
            results.Where(result => result.Before.Total is not null).Average(result => result.Before.Total!.Value),
            results.Where(result => result.After.Total is not null).Average(result => result.After.Total!.Value),
            results.Count(result => result.Before.Passed && !result.After.Passed));
    }

    // The last group weighs three times as much, and a second question is fatal.
    private static EvaluationForm Stricter(EvaluationForm form) => (form.Edit() with
    {
        Groups = form.Groups.SetItem(4, form.Groups[4] with
        {
            Weight = 3 * form.Groups[4].Weight,
            Items = form.Groups[4].Items.SetItem(0, (ChoiceQuestion)form.Groups[4].Items[0] with { IsFatal = true }),
        }),
    }).Publish().Value;

    // A benchmark of what disagrees would compare nothing.
    private void Agree()
    {
        (decimal before, decimal after, int toFailed) = CompareNaively();
        WhatIfReport report = _whatIf.Report(_cases);
        decimal difference = Math.Abs(report.Before.Average.Mean!.Value.ToDecimal() - (100 * before)) + Math.Abs(report.After.Average.Mean!.Value.ToDecimal() - (100 * after));
        if (difference > 0.000000001m || report.ToFailed.Count != toFailed || report.Compared != Evaluations)
        {
            throw new InvalidOperationException($"{report}\nnaive: {before}, {after}, {toFailed}");
        }
    }
}

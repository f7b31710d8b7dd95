using BenchmarkDotNet.Attributes;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Benchmarks;

/// <summary>Ten answered forms a call, so figures are for ten scores.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    /// <summary>How many scores a call makes.</summary>
    public const int Sheets = 10;

    private readonly EvaluationForm _form;
    private readonly AnswerSheet[] _sheets;
    private readonly CheckedAnswers[] _checked;
    private readonly CompiledForm _compiled;
    private readonly long[] _flat;
    private readonly NaiveScorer _naive;
    private readonly Dictionary<string, string?>[] _plain;

    /// <summary>Prepares the same answers for every scorer.</summary>
    public ScoringBenchmarks()
    {
        _form = SupportForm.Publish();
        _sheets = SupportForm.Answers(_form);
        _checked = [.. _sheets.Select(sheet => sheet.Check(_form).Value)];
        _compiled = CompiledForm.For(_form);
        _flat = [.. _checked.SelectMany(answers => answers.FlatCodes.ToArray())];
        _naive = new NaiveScorer(NaiveForm.From(_form));
        _plain = [.. _sheets.Select(sheet => sheet.Entries.ToDictionary(entry => entry.Question, entry => (entry.Answer as SelectedOptions)?.Options[0]))];
        Agree();
    }

    /// <summary>Decimals, dictionaries and LINQ.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Sheets)]
    public decimal Naive()
    {
        decimal sum = 0;
        foreach (Dictionary<string, string?> answers in _plain)
        {
            NaiveResult result = _naive.Score(answers);
            sum += result.Total ?? 0;
        }

        return sum;
    }

    /// <summary>Checks the answers, then totals, groups and outcome.</summary>
    [Benchmark(OperationsPerInvoke = Sheets)]
    public int CheckAndScore()
    {
        int passed = 0;
        foreach (AnswerSheet sheet in _sheets)
        {
            passed += Read(Scorer.Score(_form, sheet));
        }

        return passed;
    }

    /// <summary>Totals, groups and outcome of checked answers.</summary>
    [Benchmark(OperationsPerInvoke = Sheets)]
    public int ScoreChecked()
    {
        int passed = 0;
        foreach (CheckedAnswers answers in _checked)
        {
            passed += Read(Scorer.Score(answers));
        }

        return passed;
    }

    /// <summary>The compiled path over flat answers.</summary>
    [Benchmark(OperationsPerInvoke = Sheets)]
    public int Compiled()
    {
        int passed = 0;
        ReadOnlySpan<long> answers = _flat;
        for (int sheet = 0; sheet < Sheets; sheet++)
        {
            CompactScore score = _compiled.Score(answers.Slice(sheet * _compiled.Length, _compiled.Length));
            passed += score.Outcome == Outcome.Passed ? 1 : 0;
        }

        return passed;
    }

    private static int Read(Scorecard card)
    {
        int scored = card.Outcome == Outcome.Passed ? 1 : 0;
        foreach (GroupScore group in card.Groups)
        {
            scored += group.Score is null ? 0 : 1;
        }

        return card.Total is null ? 0 : scored;
    }

    // A benchmark of scorers that disagree would compare nothing.
    private void Agree()
    {
        for (int sheet = 0; sheet < Sheets; sheet++)
        {
            Scorecard card = Scorer.Score(_checked[sheet]);
            decimal naive = _naive.Score(_plain[sheet]).Total!.Value * 100;
            if (Math.Abs(card.Total!.Value.ToDecimal() - naive) > 0.000000001m)
            {
                throw new InvalidOperationException($"sheet {sheet}: {card.Total} and {naive}");
            }
        }
    }
}

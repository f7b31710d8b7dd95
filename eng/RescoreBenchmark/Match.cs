using System.Diagnostics;
using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.RescoreBenchmark;

/// <summary>The contestants on the same sheets, one after the other, again and again; prints what came of it.</summary>
internal sealed class Match(Database database, EvaluationForm form, int sheets, int threads)
{
    private readonly ColumnarForm _columnar = ColumnarForm.For(form);
    private readonly CompiledForm _compiled = CompiledForm.For(form);
    private readonly byte[][] _table = [.. Enumerable.Range(0, SheetFormula.Questions).Select(_ => new byte[sheets])];
    private readonly long[] _rows = new long[SheetFormula.Questions * Math.Min(sheets, 1_000_000)];
    private AnswerColumns? _columns;
    private string _query = "";

    /// <summary>Fills both sides with the same sheets, checks that, and finds the fastest query.</summary>
    public void Prepare()
    {
        FillOurs();
        database.Run(Queries.Create(sheets));
        double[] checksums = database.Run(Queries.Checksums).Row;
        for (int question = 0; question < SheetFormula.Questions; question++)
        {
            long sum = 0;
            for (int sheet = 0; sheet < sheets; sheet++)
            {
                sum += _table[question][sheet] * ((sheet % 1009) + 1L);
            }

            Require(sum == (long)checksums[question], $"question {question}: the table differs from our columns");
        }

        Figures expected = Contestants.ByColumns(_columnar, _columns!, threads);
        Console.WriteLine($"{sheets:N0} sheets, {threads} threads, the same answers on both sides (30 checksums); {expected}");
        Console.WriteLine();
        Console.WriteLine("| SQL | ms, best of 3 |\n| --- | ---: |");
        double fastest = double.MaxValue;
        foreach ((string name, string sql) in Queries.All)
        {
            double milliseconds = double.MaxValue;
            for (int round = 0; round < 3; round++)
            {
                (double taken, Figures figures) = database.Score(sql);
                Require(figures.AgreesWith(expected), $"{name}: {figures}");
                milliseconds = Math.Min(milliseconds, taken);
            }

            Console.WriteLine($"| {name} | {milliseconds:N0} |");
            (fastest, _query) = milliseconds < fastest ? (milliseconds, sql) : (fastest, _query);
        }
    }

    /// <summary>Interleaved pairs with the database, then the ratios.</summary>
    public void Play(int pairs)
    {
        Figures expected = Contestants.ByColumns(_columnar, _columns!, threads);
        int rows = _rows.Length / SheetFormula.Questions;
        Figures few = Contestants.ByPlainLoop(_table, 0, rows);
        var taken = new List<double[]>();
        for (int pair = 0; pair < pairs; pair++)
        {
            double columns = Time(() => Contestants.ByColumns(_columnar, _columns!, threads), expected, sheets);
            (double milliseconds, Figures figures) = database.Score(_query);
            Require(figures.AgreesWith(expected), $"the database: {figures}");
            taken.Add(
            [
                columns,
                milliseconds * 1e6 / sheets,
                Time(() => Contestants.ByColumns(_columnar, _columns!, 1), expected, sheets),
                Time(() => Contestants.ByPlainLoop(_table, 0, sheets), expected, sheets),
                Time(() => Contestants.ByRows(_compiled, _rows), few, rows),
            ]);
        }

        Console.WriteLine();
        Console.WriteLine($"| {pairs} interleaved rounds | ns a sheet, median | lowest to highest | times as long as columns, median of pairs | lowest to highest |\n| --- | ---: | ---: | ---: | ---: |");
        string[] names = [$"columns, {threads} threads", $"DuckDB, {threads} threads", "columns, 1 thread", "plain loop of doubles, 1 thread", $"CompiledForm, 1 thread, {rows:N0} sheets"];
        for (int name = 0; name < names.Length; name++)
        {
            int rival = name < 2 ? 0 : 2;
            double[] times = [.. taken.Select(round => round[name]).Order()];
            double[] ratios = [.. taken.Select(round => round[name] / round[rival]).Order()];
            Console.WriteLine($"| {names[name]} | {times[pairs / 2]:N2} | {times[0]:N2} to {times[^1]:N2} | {ratios[pairs / 2]:N1} | {ratios[0]:N1} to {ratios[^1]:N1} |");
        }
    }

    private static double Time(Func<Figures> work, Figures expected, int count)
    {
        long start = Stopwatch.GetTimestamp();
        Figures figures = work();
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        Require(figures.AgreesWith(expected), $"{figures} instead of {expected}");
        return nanoseconds / count;
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException(problem);
        }
    }

    private void FillOurs()
    {
        var builder = new AnswerColumnsBuilder(form);
        var codes = new long[SheetFormula.Questions];
        for (int sheet = 0; sheet < sheets; sheet++)
        {
            for (int question = 0; question < SheetFormula.Questions; question++)
            {
                byte code = SheetFormula.Code(sheet, question);
                _table[question][sheet] = code;
                codes[question] = SheetFormula.FlatCode(code);
            }

            builder.Add(codes);
            if ((sheet + 1) * SheetFormula.Questions <= _rows.Length)
            {
                codes.CopyTo(_rows, sheet * SheetFormula.Questions);
            }
        }

        _columns = builder.Build();
    }
}

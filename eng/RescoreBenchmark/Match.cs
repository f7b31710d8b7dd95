using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.RescoreBenchmark;

/// <summary>The contestants on the same sheets, one after the other, again and again; prints what came of it.</summary>
internal sealed class Match(Database database, EvaluationForm form, int sheets, int threads)
{
    // A pass over the columns is short: several of them take about as long as one query, so that neither is luckier on a busy machine.
    private const int Passes = 20;

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
        Console.WriteLine("| SQL, best of 3 | ms on the clock | ms of the processor |\n| --- | ---: | ---: |");
        double fastest = double.MaxValue;
        foreach ((string name, string sql) in Queries.All)
        {
            (double clock, double processor) = (double.MaxValue, double.MaxValue);
            for (int round = 0; round < 3; round++)
            {
                (Duration taken, Figures figures) = database.Score(sql);
                Require(figures.AgreesWith(expected), $"{name}: {figures}");
                (clock, processor) = (Math.Min(clock, taken.Milliseconds), Math.Min(processor, taken.Processor));
            }

            // By the processor: on a busy machine the clock would choose the one that was lucky.
            Console.WriteLine($"| {name} | {clock:N0} | {processor:N0} |");
            (fastest, _query) = processor < fastest ? (processor, sql) : (fastest, _query);
        }
    }

    /// <summary>Interleaved rounds, then the ratios.</summary>
    public void Play(int rounds)
    {
        Figures expected = Contestants.ByColumns(_columnar, _columns!, threads);
        int rows = _rows.Length / SheetFormula.Questions;
        Figures few = Contestants.ByPlainLoop(_table, 0, rows);
        var taken = new List<Duration[]>();
        for (int round = 0; round < rounds; round++)
        {
            Duration columns = Duration.Of(Passes, () => Check(Contestants.ByColumns(_columnar, _columns!, threads), expected));
            (Duration query, Figures figures) = database.Score(_query);
            Check(figures, expected);
            taken.Add(
            [
                columns.Each(sheets),
                query.Each(sheets),
                Duration.Of(Passes, () => Check(Contestants.ByColumns(_columnar, _columns!, 1), expected)).Each(sheets),
                Duration.Of(1, () => Check(Contestants.ByPlainLoop(_table, 0, sheets), expected)).Each(sheets),
                Duration.Of(1, () => Check(Contestants.ByRows(_compiled, _rows), few)).Each(rows),
            ]);
        }

        string[] names = [$"columns, {threads} threads", $"DuckDB, {threads} threads", "columns, 1 thread", "plain loop of doubles, 1 thread", $"`CompiledForm`, 1 thread, {rows:N0} sheets"];
        Print($"{rounds} rounds, ns a sheet on the clock", names, taken, duration => duration.Milliseconds);
        Print($"{rounds} rounds, ns a sheet of the processor", names, taken, duration => duration.Processor);
    }

    private static void Print(string title, string[] names, List<Duration[]> taken, Func<Duration, double> of)
    {
        Console.WriteLine();
        Console.WriteLine($"| {title} | median | lowest to highest | times as long as columns, median of pairs | lowest to highest |\n| --- | ---: | ---: | ---: | ---: |");
        for (int name = 0; name < names.Length; name++)
        {
            int rival = name < 2 ? 0 : 2;
            double[] times = [.. taken.Select(round => of(round[name])).Order()];
            double[] ratios = [.. taken.Select(round => of(round[name]) / of(round[rival])).Order()];
            Console.WriteLine($"| {names[name]} | {times[times.Length / 2]:N2} | {times[0]:N2} to {times[^1]:N2} | {ratios[ratios.Length / 2]:N1} | {ratios[0]:N1} to {ratios[^1]:N1} |");
        }
    }

    private static void Check(Figures figures, Figures expected) => Require(figures.AgreesWith(expected), $"{figures} instead of {expected}");

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

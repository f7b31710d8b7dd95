using BatchScoring.Reports;
using BatchScoring.Tallies;
using QualityKit.Rescoring;

namespace BatchScoring.Commands;

/// <summary>What is said at the end, and the exit code.</summary>
internal static class Conclusion
{
    private const string Expected = "the program reads chats in the STAR format, one JSON document a line (--help tells more)";

    public static ExitCode Say(BatchTally tally, WhatIfReport? whatIf, Options options, Terminal terminal, Source source, (string Text, bool IsInOrder)? stored)
    {
        if (tally.Scored == 0)
        {
            terminal.Error.WriteLine(WhyNothing(tally, source.Name));
            return ExitCode.NothingScored;
        }

        if (!options.TakesOutput && !options.IsQuiet)
        {
            Report(tally, whatIf, options, terminal, source);
            Store(stored, options, terminal);
        }

        if (stored is { IsInOrder: false } broken)
        {
            terminal.Error.WriteLine($"{options.Store}: {broken.Text}");
            return ExitCode.AuditNotInOrder;
        }

        if (tally.Damaged == 0)
        {
            return ExitCode.Fine;
        }

        string left = Figures.Count(tally.Damaged, "line was", "lines were");
        terminal.Error.WriteLine($"{left} left out, the rest was scored; repair what is damaged and run again to count it too");
        return ExitCode.SomeDamaged;
    }

    private static string WhyNothing(BatchTally tally, string name) => tally switch
    {
        { Chats: 0, Damaged: 0 } => $"{name} is empty; {Expected}",
        { Chats: 0 } => $"nothing could be scored: no line of {name} is a chat; {Expected}",
        _ => $"nothing could be scored: in {Figures.Count(tally.Chats, "chat", "chats")} of {name} no agent replied or nothing applied",
    };

    private static void Store((string Text, bool IsInOrder)? stored, Options options, Terminal terminal)
    {
        if (stored is { } said)
        {
            using StreamWriter output = Terminal.Writer(terminal.Output);
            output.WriteLine();
            output.WriteLine($"{PlainText.Line(options.Store!)}: {PlainText.Line(said.Text)}");
        }
    }

    private static void Report(BatchTally tally, WhatIfReport? whatIf, Options options, Terminal terminal, Source source)
    {
        using StreamWriter output = Terminal.Writer(terminal.Output);
        new ConsoleReport(tally, output).Write(PlainText.Line(source.Name), options.Agents);
        if (whatIf is not null)
        {
            output.WriteLine();
            output.WriteLine("What if");
            foreach (string line in whatIf.ToString().TrimEnd('\n').Split('\n'))
            {
                output.WriteLine($"  {PlainText.Line(line)}");
            }
        }

        if (options.File is null)
        {
            output.WriteLine();
            output.WriteLine("Your own chats: dotnet run --project samples/BatchScoring -- FILE (--help tells more)");
        }
    }
}

using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Storage.Errors;

namespace BatchScoring.Commands;

/// <summary>The program from command line to exit code.</summary>
internal static class Application
{
    public static ExitCode Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            Options options = OptionParser.Parse(arguments);
            return options.WantsHelp ? PrintHelp(terminal) : Score(options, terminal);
        }
        catch (UsageException e)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
        catch (IOException e)
        {
            terminal.Error.WriteLine($"the results could not be written: {e.Message}");
            return ExitCode.NothingScored;
        }
        catch (StorageUnavailableException e)
        {
            terminal.Error.WriteLine($"the store failed, and keeps what it has: {e.Message}; run again to go on from there");
            return ExitCode.NothingScored;
        }
        finally
        {
            terminal.Error.Flush();
        }
    }

    private static ExitCode PrintHelp(Terminal terminal)
    {
        using StreamWriter output = Terminal.Writer(terminal.Output);
        output.WriteLine(Help.Text);
        return ExitCode.Fine;
    }

    private static ExitCode Score(Options options, Terminal terminal)
    {
        EvaluationForm form = FormFile.Open(options.Form);
        WhatIfTally? whatIf = OtherForm.Open(options.WhatIf, form)?.Tally();
        using Source source = Source.Open(options, terminal.Input);
        using var results = new ResultFiles(options, terminal.Output, form);
        using StoreFile? store = StoreFile.Open(options.Store, form);
        BatchTally tally = new BatchRun(options, terminal, source, form).Score(result =>
        {
            results.Add(result);
            store?.Add(result);
            if (whatIf is not null && result is ScoredChat scored)
            {
                whatIf.Add(OtherForm.CaseOf(scored));
            }
        });
        results.End(tally);
        return Conclusion.Say(store?.Read() ?? tally, whatIf?.Report(), options, terminal, source, store?.Describe());
    }
}

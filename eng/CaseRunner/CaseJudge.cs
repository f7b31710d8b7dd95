using QualityKit.Validation;

namespace QualityKit.CaseRunner;

/// <summary>Runs a case as documented; a case that its source leaves open is tried with other settings when it differs.</summary>
internal static class CaseJudge
{
    public static CaseResult Judge(Case published)
    {
        try
        {
            if (CaseKinds.RunnerOf(published) is not { } run)
            {
                return Result(published, CaseOutcome.Unsupported, published.Kind.Length == 0 ? "cases of this file are not offered yet" : $"the kind `{published.Kind}` is not offered yet");
            }

            return Judge(published, run, run(published, Setting.Documented));
        }
        catch (UnsupportedCaseException why)
        {
            return Result(published, CaseOutcome.Unsupported, why.Message);
        }
        catch (ValidationFailedException refused)
        {
            return Result(published, CaseOutcome.Fail, $"expected a scorecard, got {OneLine(refused.Message)}");
        }
        catch (Exception problem) // One bad case must not keep the others from being run.
        {
            return Result(published, CaseOutcome.Fail, $"expected a scorecard, got {problem.GetType().Name}: {OneLine(problem.Message)}");
        }
    }

    private static CaseResult Judge(Case published, Func<Case, Setting, Comparison> run, Comparison documented) => (documented.IsEqual, published.IsOpen) switch
    {
        (true, true) when documented.OtherReadings is [string reading, ..] => Result(published, CaseOutcome.Switch, reading),
        (true, _) => Result(published, CaseOutcome.Pass, ""),
        (false, true) => Result(published, CaseOutcome.Switch, Explain(published, run, documented)),
        _ => Result(published, CaseOutcome.Fail, $"expected {documented.Expected}, got {documented.Got}"),
    };

    private static string Explain(Case published, Func<Case, Setting, Comparison> run, Comparison documented)
    {
        Setting? setting = Setting.Others.FirstOrDefault(other => Agrees(published, run, other));
        return setting is null
            ? $"no single setting gives {documented.Expected}; the documented ones give {documented.Got}"
            : $"{setting.Name} gives {documented.Expected}";
    }

    private static bool Agrees(Case published, Func<Case, Setting, Comparison> run, Setting setting)
    {
        try
        {
            return run(published, setting).IsEqual;
        }
        catch (Exception refused) when (refused is ValidationFailedException or UnsupportedCaseException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static CaseResult Result(Case published, CaseOutcome outcome, string detail) => new() { Id = published.Id, Outcome = outcome, Detail = detail };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}

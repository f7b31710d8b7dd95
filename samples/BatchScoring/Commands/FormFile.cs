using BatchScoring.Forms;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace BatchScoring.Commands;

/// <summary>The form to score with.</summary>
internal static class FormFile
{
    /// <exception cref="UsageException">The file cannot be read, or is not a valid form; the message has every error.</exception>
    public static EvaluationForm Open(string? path)
    {
        if (path is null)
        {
            return ChatForm.Default;
        }

        Validated<EvaluationForm> form = FormJson.ReadPublished(Files.Read(path));
        return form.IsValid ? form.Value : throw new UsageException($"`{path}` is not a form that can be used:{Lines(form.Issues)}");
    }

    /// <summary>The message for a form that was given answers that it does not take.</summary>
    public static UsageException DoesNotFit(ValidationFailedException e, long line) =>
        new(FormattableString.Invariant($"the form does not fit what the chat in line {line} can answer:{Lines(e.Issues)}"));

    /// <summary>The message for a form that does not fit what is asked of it.</summary>
    public static UsageException DoesNotFit(IEnumerable<Issue> issues, string what) => new($"{what}:{Lines(issues)}");

    private static string Lines(IEnumerable<Issue> issues) =>
        string.Concat(issues.Where(issue => issue.Severity == Severity.Error).Select(issue => $"\n  {issue}"));
}

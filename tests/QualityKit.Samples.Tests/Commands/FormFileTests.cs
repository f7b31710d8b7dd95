using BatchScoring.Forms;
using QualityKit.Wire;

namespace QualityKit.Samples.Tests.Commands;

public sealed class FormFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_built_in_form_from_a_file_gives_the_same_report()
    {
        string form = _folder.Write("form.json", FormJson.WriteText(ChatForm.Default, indented: true));

        Assert.Equal(ProgramRun.Of().Output, ProgramRun.Of("--form", form).Output);
    }

    [Fact]
    public void A_form_of_your_own_may_ask_less()
    {
        string form = _folder.Write("form.json", Form("goodbye"));

        string report = ProgramRun.Of("--form", form).Output;

        Assert.StartsWith("Short, form version 1", report, StringComparison.Ordinal);
        Assert.DoesNotContain("bands", report, StringComparison.Ordinal);
        Assert.DoesNotContain("passed          ", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_asks_what_no_chat_tells_is_refused_with_the_question()
    {
        ProgramRun run = ProgramRun.Of("--form", _folder.Write("form.json", Form("empathy")));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("does not fit", run.Messages, StringComparison.Ordinal);
        Assert.Contains("`empathy`", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_with_mistakes_is_refused_with_every_mistake()
    {
        ProgramRun run = ProgramRun.Of("--form", _folder.Write("form.json", """{"format": "qualitykit.form/1", "nme": 1}"""));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not a form that can be used", run.Messages, StringComparison.Ordinal);
        Assert.True(run.Messages.Split("\n  QK").Length > 2);
    }

    public void Dispose() => _folder.Dispose();

    private static string Form(string key) => $$"""
        {"format": "qualitykit.form/1", "key": "short", "name": "Short", "groups": [{"key": "all", "title": "All", "items": [
          {"type": "choice", "key": "{{key}}", "text": "Done?", "allowsNotApplicable": true,
           "options": [{"key": "yes", "text": "Yes", "points": 1}, {"key": "no", "text": "No"}]}]}]}
        """;
}

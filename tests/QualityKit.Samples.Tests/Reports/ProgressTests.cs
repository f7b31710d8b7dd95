namespace QualityKit.Samples.Tests.Reports;

public sealed class ProgressTests
{
    [Fact]
    public void A_person_at_a_terminal_sees_a_bar_that_is_gone_at_the_end()
    {
        string messages = ProgramRun.Of([], [], isWatched: true).Messages;

        Assert.Contains("100 %", messages, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirected_run_has_no_control_sequences()
    {
        ProgramRun run = ProgramRun.Of();

        Assert.Empty(run.Messages);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public void Quiet_says_nothing_when_nothing_is_wrong()
    {
        ProgramRun run = ProgramRun.Of([], ["--quiet"], isWatched: true);

        Assert.Equal(("", ""), (run.Output, run.Messages));
    }

    [Fact]
    public void Control_characters_of_a_file_never_reach_the_terminal() =>
        Assert.DoesNotContain('\e', ProgramRun.Reading(ChatScript.About("weather").By("\e[2Jada").Customer("hi").Picks("hello").Line).Output);
}

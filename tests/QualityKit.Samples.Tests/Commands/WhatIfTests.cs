namespace QualityKit.Samples.Tests.Commands;

public sealed class WhatIfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_stricter_form_says_who_would_fail()
    {
        ProgramRun run = ProgramRun.Of("--what-if", "stricter");

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.All(
            [
                "\nWhat if\n  Chat quality, version 1, scored as Chat quality, version 2\n  compared: 22, skipped: 0\n",
                "  mean of scores: 75.16 % before, 74.65 % after\n",
                "  passed: 68.18 % (15 of 22) before, 50 % (11 of 22) after\n",
                "  passed before, fail after: 4 (dialogue 111, dialogue 112, dialogue 118, dialogue 121)\n",
                "    by `calm`: 2\n",
                "    dialogue 120: 11.25 % before, 0 % after, -11.25 percentage points\n",
            ],
            line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_method_moves_the_same_answers()
    {
        string output = ProgramRun.Of("--what-if=weighted-points").Output;

        Assert.Contains("  mean change: 1.09 percentage points; 10 rise, 5 fall, 7 stay\n", output, StringComparison.Ordinal);
        Assert.Contains("  failed before, pass after: 1 (dialogue 115)\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SampleFiles.All), MemberType = typeof(SampleFiles))]
    public void Every_scored_chat_of_a_file_is_compared(string file)
    {
        string output = ProgramRun.Of(file, "--what-if", "stricter").Output;
        string scored = output.Split('\n')[1].Split(' ')[2];

        Assert.Contains($"  compared: {scored}, skipped: 0\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_file_is_compared_with_and_what_it_does_not_ask_is_named()
    {
        string form = _folder.Write("form.json", """
            {"format":"qualitykit.form/1","key":"short","name":"Short","groups":[{"key":"g","title":"G","items":[
              {"type":"choice","key":"greeting","text":"Greeted?","options":[{"key":"yes","text":"Yes","points":1},{"key":"no","text":"No","points":0}]}]}]}
            """);
        ProgramRun run = ProgramRun.Of("--what-if", form);

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.Contains("  Chat quality, version 1, scored as Short, version 1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("    `goodbye` was answered and is not in the form: 22\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_that_was_not_asked_for()
    {
        Assert.DoesNotContain("What if", ProgramRun.Of().Output, StringComparison.Ordinal);
        Assert.Empty(ProgramRun.Of("--what-if", "stricter", "--quiet").Output);
    }

    [Fact]
    public void A_form_that_is_not_there_ends_with_2()
    {
        ProgramRun run = ProgramRun.Of("--what-if", "laxer");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("`laxer` cannot be read: there is no such file", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_does_not_fit_the_form_ends_with_2()
    {
        string form = _folder.Write("form.json", """
            {"format":"qualitykit.form/1","key":"short","name":"Short","method":{"value":"asPoints"},"pass":{"mark":{"points":1}},"groups":[{"key":"g","title":"G","items":[
              {"type":"choice","key":"greeting","text":"Greeted?","options":[{"key":"yes","text":"Yes","points":1},{"key":"no","text":"No","points":0}]}]}]}
            """);
        ProgramRun run = ProgramRun.Of("--form", form, "--what-if", "weighted-points");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("the form cannot be scored by weighted points:\n  QK", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Chats_from_standard_input_are_compared_too()
    {
        string chats = ChatScript.About("weather").Customer("hi").Picks("hello").Line;

        Assert.Contains("  compared: 1, skipped: 0\n", ProgramRun.Reading(chats, "--what-if", "stricter").Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}

namespace QualityKit.Samples.Tests.Commands;

public sealed class ExitCodeTests : IDisposable
{
    private static readonly string Good = ChatScript.About("weather").Customer("hi").Picks("hello").Line;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_without_fault_ends_with_0() => Assert.Equal(0, ProgramRun.Reading(Good).ExitCode);

    [Fact]
    public void A_file_with_some_damage_ends_with_3_and_keeps_the_rest()
    {
        ProgramRun run = ProgramRun.Reading($"{Good}\nnonsense\n{Good}\n");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("2 chats: 2 scored, 0 skipped; 1 damaged line", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            "standard input, line 2, column 1: not one chat as JSON: it does not start with `{`\n"
            + "1 line was left out, the rest was scored; repair what is damaged and run again to count it too\n",
            run.Messages);
    }

    [Theory]
    [InlineData("", "standard input is empty")]
    [InlineData("a,b\n1,2\n", "no line of standard input is a chat")]
    public void A_file_without_chats_ends_with_1_and_says_what_is_expected(string input, string words)
    {
        ProgramRun run = ProgramRun.Reading(input);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Messages, StringComparison.Ordinal);
        Assert.Contains("the program reads chats in the STAR format", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Chats_without_a_reply_end_with_1()
    {
        ProgramRun run = ProgramRun.Reading(ChatScript.About("weather").Customer("anyone?").Line);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no agent replied", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_of_damage_is_cut_short()
    {
        string messages = ProgramRun.Reading($"{Good}\n{string.Concat(Enumerable.Repeat("x\n", 25))}").Messages;

        Assert.Contains("and 15 more damaged lines", messages, StringComparison.Ordinal);
        Assert.Equal(12, messages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("there is no option `--cvs`", "--cvs", "x")]
    [InlineData("`--csv` needs a value", "--csv")]
    [InlineData("`--quiet` takes no value", "--quiet=yes")]
    [InlineData("`--agents` takes a number or `all`, not `-3`", "--agents", "-3")]
    [InlineData("one file at a time", "a", "b")]
    [InlineData("standard output has room for one", "--csv", "-", "--json=-")]
    [InlineData("there is no such file", "--", "--nowhere.jsonl")]
    public void A_wrong_command_line_ends_with_2_and_says_what_is_wrong(string words, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_or_an_output_without_a_folder_ends_with_2()
    {
        Assert.Contains("is a directory", ProgramRun.Of(_folder.Path(".")).Messages, StringComparison.Ordinal);
        Assert.Contains("there is no such directory", ProgramRun.Of("--csv", _folder.Path("no/x.csv")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void The_input_is_never_overwritten()
    {
        string file = _folder.Write("chats.jsonl", Good);

        Assert.Equal(2, ProgramRun.Of(file, "--json", _folder.Path("./chats.jsonl")).ExitCode);
        Assert.Equal(Good, File.ReadAllText(file));
    }

    [Fact]
    public void Help_tells_every_option_and_exit_code()
    {
        ProgramRun run = ProgramRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["--form", "--what-if", "--csv", "--json", "--agents", "--quiet", "0 every", "1 nothing", "2 the command", "3 some"],
            word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Results_go_to_files_beside_the_report()
    {
        ProgramRun run = ProgramRun.Of($"--csv={_folder.Path("a.csv")}", "--json", _folder.Path("a.json"));

        Assert.StartsWith("Chat quality", run.Output, StringComparison.Ordinal);
        Assert.Equal(ProgramRun.Of("--csv", "-").OutputBytes, File.ReadAllBytes(_folder.Path("a.csv")));
        Assert.Equal(ProgramRun.Of("--json", "-").OutputBytes, File.ReadAllBytes(_folder.Path("a.json")));
    }

    public void Dispose() => _folder.Dispose();
}

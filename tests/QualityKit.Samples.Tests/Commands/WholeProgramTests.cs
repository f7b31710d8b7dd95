using System.IO.Compression;

namespace QualityKit.Samples.Tests.Commands;

public sealed class WholeProgramTests
{
    [Fact]
    public void The_chats_of_the_sample_come_to_what_they_always_did()
    {
        ProgramRun run = ProgramRun.Of();

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.All(
            [
                "24 chats: 22 scored, 2 skipped (1 without a conversation, 1 without a reply of the agent); 0 damaged lines",
                "  mean of scores  75.2 %\n",
                "  passed          68.2 %   (15 of 22; the mark is 80 %)\n",
                "  with a failure  2   (fatal or critical)\n",
                "  bands           Excellent 11, Good 4, Fair 2, Poor 5\n",
                "  agent-birk       4  25.9 %  23.4 %   25.0 %         2\n",
                "The worst chat: dialogue 119, line 18, agent agent-birk\n",
                "is fatal and below its best; 28.75 % becomes 0 %\n",
            ],
            line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SampleFiles.All), MemberType = typeof(SampleFiles))]
    public void Every_chat_of_a_file_is_accounted_for(string file)
    {
        ProgramRun run = ProgramRun.Of(file, "--csv", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.Equal(Lines(file), run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public void The_worst_of_equal_chats_is_the_one_with_the_lowest_number()
    {
        string Chat(int id) => ChatScript.About("weather").Id(id).Customer("hi").Picks("hello").Line;

        string report = ProgramRun.Reading($"{Chat(20)}\n{Chat(3)}\n{Chat(100)}\n").Output;

        Assert.Contains("The worst chat: dialogue 3, line 2,", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "2 of 4 agents, lowest mean first")]
    [InlineData("all", "4 agents, lowest mean first")]
    [InlineData("9", "4 agents, lowest mean first")]
    public void As_many_agents_are_listed_as_asked_for(string number, string title) =>
        Assert.Contains(title, ProgramRun.Of("--agents", number).Output, StringComparison.Ordinal);

    [Fact]
    public void No_agents_are_listed_when_none_are_asked_for() =>
        Assert.DoesNotContain("lowest mean first", ProgramRun.Of("--agents", "0").Output, StringComparison.Ordinal);

    private static int Lines(string file)
    {
        using Stream input = File.OpenRead(file);
        using Stream text = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(input, CompressionMode.Decompress) : input;
        using var reader = new StreamReader(text);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}

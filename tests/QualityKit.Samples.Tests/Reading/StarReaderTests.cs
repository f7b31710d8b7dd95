using System.IO.Compression;
using System.Text;
using BatchScoring.Chats;
using BatchScoring.Reading;

namespace QualityKit.Samples.Tests.Reading;

public sealed class StarReaderTests
{
    private static readonly string First = ChatScript.About("weather").Id(1).Customer("hi").Picks("hello").Line;
    private static readonly string Last = ChatScript.About("weather").Id(2).Customer("hi").Picks("hello").Line;

    public static TheoryData<string, string> DamagedLines => new()
    {
        { "a,b,c", "not one chat as JSON" },
        { "[1, 2]", "not one chat as JSON" },
        { "\"text\"", "not one chat as JSON" },
        { "{\"Events\": [", "broken JSON" },
        { "{} {}", "broken JSON" },
        { "{\"hello\": 1}", "`DialogueID` is missing" },
        { Without("AnonymizedWizardWorkerID"), "`AnonymizedWizardWorkerID` is missing" },
        { Without("Events"), "`Events` is missing" },
        { ChatScript.About().With("Events", "none").Line, "`Events` is not an array" },
        { ChatScript.About().With("DialogueID", "one").Line, "`DialogueID` is not a number" },
        { ChatScript.About().With("DialogueID", 1.5).Line, "`DialogueID` is not a whole number" },
        { First.Replace("\"Agent\"", "\"Agnt\"", StringComparison.Ordinal), "in `Events[0]`, `Agent` is missing" },
        { First.Replace("\"Text\":\"words", "\"Txt\":\"words", StringComparison.Ordinal), "in `Events[1]`, `Text` is missing" },
        { First.Replace("\"hi\"", "\"\\ud800\"", StringComparison.Ordinal), "half a character" },
        { new string('[', 70) + new string(']', 70), "not one chat as JSON" },
    };

    [Fact]
    public void A_chat_keeps_its_agent_its_messages_and_the_customers_answers()
    {
        string line = ChatScript.About("hotel_book").Id(7).By("bo")
            .Customer("a room").Drafts("hm").Picks("hello").Types("sure").StayedCalm(true).Line;

        Chat chat = Assert.Single(Read(line)).Chat!;

        Assert.Equal((7, "bo", true), (chat.DialogueId, chat.Agent, chat.IsComplete));
        Assert.Equal(["a room", "words of hello", "sure"], chat.Events.Cast<Turn>().Select(turn => turn.Text));
        Assert.Equal([null, "hello", null], chat.Events.Cast<Turn>().Select(turn => turn.Label));
        Assert.True(Assert.Single(chat.Survey).IsYes);
    }

    [Theory]
    [MemberData(nameof(DamagedLines))]
    public void A_damaged_line_is_named_and_its_neighbours_are_kept(string damaged, string words)
    {
        StarLine[] lines = Read($"{First}\n{damaged}\n{Last}\n");

        Assert.Equal([1L, null, 2L], lines.Select(line => line.Chat?.DialogueId));
        Assert.Equal(2, lines[1].Number);
        Assert.Contains(words, lines[1].Damage!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_JSON_is_named_with_its_column() =>
        Assert.Equal(10, Assert.Single(Read("{\"a\": 1, x}\n")).Damage!.Column);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_named()
    {
        byte[] bytes = [.. "{\"a\":\""u8, 0xFF, .. "\"}\n"u8];

        Assert.Equal("not UTF-8 text", Assert.Single(Read(bytes)).Damage!.What);
    }

    [Fact]
    public void Empty_lines_are_passed_over_and_still_counted() =>
        Assert.Equal([2L, 5L], Read($"\n{First}\n  \n\r\n{Last}\n\n").Select(line => line.Number));

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_do_no_harm()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{First}\r\n{Last}\r\n")];

        Assert.Equal([1L, 2L], Read(bytes).Select(line => line.Chat!.DialogueId));
    }

    [Fact]
    public void The_last_line_needs_no_line_break() => Assert.Equal([1L, 2L], Read($"{First}\n{Last}").Select(line => line.Chat!.DialogueId));

    [Fact]
    public void A_last_line_that_is_cut_off_says_so()
    {
        StarLine[] lines = Read($"{First}\n{Last[..40]}");

        Assert.NotNull(lines[0].Chat);
        Assert.Contains("may be cut off", lines[1].Damage!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_input_has_no_lines() => Assert.Empty(Read(""));

    [Fact]
    public void Gzip_is_read_like_plain_text() => Assert.Equal([1L, 2L], Read(Zip($"{First}\n{Last}\n")).Select(line => line.Chat!.DialogueId));

    [Fact]
    public void Gzip_in_several_parts_is_read_to_its_end() =>
        Assert.Equal([1L, 2L], Read([.. Zip($"{First}\n"), .. Zip($"{Last}\n")]).Select(line => line.Chat!.DialogueId));

    [Fact]
    public void Gzip_cut_off_anywhere_is_noticed_and_what_came_before_is_kept()
    {
        byte[] whole = Zip($"{First}\n{Last}\n");

        foreach (int length in Enumerable.Range(2, whole.Length - 2))
        {
            StarLine[] lines = Read(whole[..length]);
            long[] kept = [.. lines.Where(line => line.Chat is not null).Select(line => line.Chat!.DialogueId)];

            Assert.Single(lines, line => line.Damage is { } damage && damage.What.Contains("cut off or damaged", StringComparison.Ordinal));
            Assert.Equal(new long[] { 1, 2 }.Take(kept.Length), kept);
        }
    }

    [Fact]
    public void A_line_too_long_to_hold_is_named_and_the_next_one_is_read()
    {
        byte[] tooLong = new byte[LineReader.LongestLine + 1];
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{First}\n"), .. tooLong, .. Encoding.UTF8.GetBytes($"\n{Last}")];

        StarLine[] lines = Read(bytes);

        Assert.Equal([1L, null, 2L], lines.Select(line => line.Chat?.DialogueId));
        Assert.Contains("longer than 16 MiB", lines[1].Damage!.What, StringComparison.Ordinal);
        Assert.Equal(3, lines[2].Number);
    }

    [Fact]
    public void A_disk_that_fails_loses_only_what_came_after()
    {
        using var disk = new FailingStream(Encoding.UTF8.GetBytes($"{First}\n"));

        StarLine[] lines = [.. new StarReader(disk).Read()];

        Assert.Equal(1, lines[0].Chat!.DialogueId);
        Assert.Contains("reading failed: the disk is gone; what came after line 1 is lost", lines[1].Damage!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_fails_at_once_is_named_too()
    {
        using var disk = new FailingStream([]);

        Assert.Equal("reading failed: the disk is gone", Assert.Single(new StarReader(disk).Read()).Damage!.What);
    }

    private static string Without(string member)
    {
        var chat = System.Text.Json.Nodes.JsonNode.Parse(First)!.AsObject();
        chat.Remove(member);
        return chat.ToJsonString();
    }

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }

    private static StarLine[] Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static StarLine[] Read(byte[] bytes) => [.. new StarReader(new MemoryStream(bytes)).Read()];
}

using System.Text;

namespace QualityKit.Samples.Tests.Commands;

/// <summary>The batch through the services, into a SQLite file.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.Path("quality.db");

    [Fact]
    public void The_report_from_the_file_is_the_report_and_a_second_run_changes_nothing()
    {
        string direct = ProgramRun.Of().Output;
        ProgramRun first = ProgramRun.Of("--store", File);
        ProgramRun second = ProgramRun.Of("--store", File);

        Assert.Equal((0, ""), (first.ExitCode, first.Messages));
        Assert.StartsWith(direct, first.Output, StringComparison.Ordinal);
        Assert.EndsWith("46 interactions and evaluations added; audit of 91 entries verified\n", first.Output, StringComparison.Ordinal);
        Assert.StartsWith(direct, second.Output, StringComparison.Ordinal);
        Assert.EndsWith("quality.db: nothing new; audit of 91 entries verified\n", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_new_is_added_and_the_report_is_of_this_batch()
    {
        string Chat(int id) => ChatScript.About("weather").Id(id).Customer("hi").Picks("hello").Line;
        ProgramRun.Reading($"{Chat(1)}\n{Chat(2)}\n", "--store", File);

        ProgramRun run = ProgramRun.Reading($"{Chat(2)}\n{Chat(3)}\n", "--store", File);

        Assert.Contains("2 chats: 2 scored, 0 skipped; 0 damaged lines", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 interactions and evaluations added; audit of", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_changes_the_audit_is_found_out()
    {
        ProgramRun.Of("--store", File);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        byte[] mark = Encoding.ASCII.GetBytes("\"mac\":\"");
        int place = bytes.AsSpan().IndexOf(mark) + mark.Length;
        bytes[place] = bytes[place] == 'A' ? (byte)'B' : (byte)'A';
        System.IO.File.WriteAllBytes(File, bytes);

        ProgramRun run = ProgramRun.Of("--store", File);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("NOT in order: QK80", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_named()
    {
        ProgramRun nowhere = ProgramRun.Of("--store", _folder.Path("nowhere/quality.db"));
        ProgramRun text = ProgramRun.Of("--store", _folder.Write("notes.txt", new string('a', 5_000)));

        Assert.Equal((2, 2), (nowhere.ExitCode, text.ExitCode));
        Assert.Contains("quality.db` cannot keep the results: ", nowhere.Messages, StringComparison.Ordinal);
        Assert.Contains("notes.txt` cannot keep the results: ", text.Messages, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}

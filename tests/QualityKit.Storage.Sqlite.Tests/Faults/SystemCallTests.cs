using QualityKit.Storage.Sqlite.Tests.Children;
using Xunit.Abstractions;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>A child opens a new file, makes the schema and commits twice. Each time one of its system calls, the next one, kills it or fails, until there is none left.</summary>
public class SystemCallTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;
    private const int Killed = 128 + 9;

    [StraceTheory]
    [InlineData("pwrite64")]
    [InlineData("fsync")]
    [InlineData("fdatasync")]
    [InlineData("ftruncate")]
    [InlineData("unlink")]
    public Task Killed_at_any_write_the_file_has_each_commit_whole_or_not_at_all(string call) => AtEach(call, "signal=SIGKILL", "commit", every: 1);

    [StraceTheory]
    [InlineData("pwrite64", "ENOSPC", 3)]
    [InlineData("fsync", "EIO", 1)]
    [InlineData("ftruncate", "EIO", 1)]
    public Task When_a_write_fails_the_same_commands_sent_again_have_one_effect(string call, string error, int every) =>
        AtEach(call, $"error={error}", "insist", every);

    private async Task AtEach(string call, string effect, string role, int every)
    {
        var outcomes = new System.Collections.Concurrent.ConcurrentDictionary<int, (bool WasHit, int Made)>();
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (bool goesOn = true; goesOn;)
            {
                int number = Interlocked.Add(ref next, every);
                outcomes[number] = await Once(call, effect, role, number);
                goesOn = outcomes[number].WasHit;
            }
        })));
        int hits = outcomes.Values.Count(outcome => outcome.WasHit);
        output.WriteLine($"{call} {effect}: {hits} calls hit; the child had made none, one or both of its commits {string.Join(", ", Enumerable.Range(0, 3).Select(made => outcomes.Values.Count(outcome => outcome.WasHit && outcome.Made == made)))} times");
        Assert.True(hits > 0 || call == "fdatasync", $"{call} was never called");
        Assert.True(outcomes.OrderBy(outcome => outcome.Key).Take(hits).All(outcome => outcome.Value.WasHit), "a later call was hit, but not an earlier one");
    }

    private static async Task<(bool WasHit, int Made)> Once(string call, string effect, string role, int number)
    {
        using var folder = new StoreFolder();
        string log = Path.Combine(folder.Folder, "calls");
        using Child child = Child.StartBehind(Strace.At(call, effect, number, log), role, folder.File);
        (string[] lines, int code) = await child.EndAsync();
        bool isKilled = code == Killed;
        Assert.True(code == 0 || isKilled, $"{call} {number}: the child failed, {string.Join('/', lines)} {await child.ErrorsAsync()}");
        bool wasHit = isKilled || (await File.ReadAllTextAsync(log)).Contains("(INJECTED)", StringComparison.Ordinal);
        return (wasHit, await BrokenOff.InspectAsync(folder, $"{call} {number}"));
    }
}

using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace QualityKit.Storage.FileSystem.Tests;

public partial class DurabilityTests(ITestOutputHelper output)
{
    private const string Size = "200000";

    [StraceFact]
    public async Task File_and_folders_are_flushed_before_a_blob_is_reported_stored()
    {
        using var folder = new TempFolder();
        (List<string> calls, string said) = await Strace.Trace(folder.Path, "write", folder.Blobs, Size);
        Assert.Equal("stored", said);
        int reported = At(calls, "write(", "\"stored");
        int renamed = calls.FindIndex(call => call.Contains("renameat2(") && call.Contains("/b-calls_a\""));
        string staged = Quoted().Match(calls[renamed]).Groups[1].Value;
        string named = Quoted().Matches(calls[renamed])[1].Groups[1].Value;
        int flushed = At(calls, "fsync(", $"<{staged}>");
        Assert.True(calls.FindLastIndex(call => call.Contains("pwrite64(") && call.Contains($"<{staged}>")) < flushed, "something was written after the flush");
        Assert.True(flushed < renamed, "the name appeared before the bytes were on the disk");
        Assert.InRange(At(calls, "fsync(", $"<{Path.GetDirectoryName(named)}>", renamed), renamed, reported);

        string[] made = [.. calls.Where(call => call.Contains("mkdir(")).Select(call => Quoted().Match(call).Groups[1].Value)];
        Assert.Contains(folder.Blobs, made);
        foreach (string path in made.Where(path => !path.Contains("/staging")))
        {
            int from = At(calls, "mkdir(", $"\"{path}\"");
            Assert.InRange(At(calls, "fsync(", $"<{Path.GetDirectoryName(path)}>", from), from, reported);
        }
    }

    [StraceFact]
    public async Task A_folder_is_flushed_before_a_blob_is_reported_removed()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "calls/a", [1]);
        string file = Path.Combine(folder.Blobs, folder.Files().Single());
        (List<string> calls, string said) = await Strace.Trace(folder.Path, "delete", folder.Blobs);
        Assert.Equal("deleted", said);
        int removed = At(calls, "unlink(", $"\"{file}\"");
        Assert.InRange(At(calls, "fsync(", $"<{Path.GetDirectoryName(file)}>", removed), removed, At(calls, "write(", "\"deleted"));

        (calls, said) = await Strace.Trace(folder.Path, "delete", folder.Blobs);
        Assert.Equal("missing", said);
        Assert.True(At(calls, "fsync(", $"<{Path.GetDirectoryName(file)}>") >= 0, "a removal that a kill cut short was not finished");
    }

    [StraceTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_any_call_a_writer_leaves_the_whole_blob_or_a_free_name(bool canRename)
    {
        int[] left = new int[2];
        await ForEveryCall(canRename ? ["mkdir", "pwrite64", "fsync", "renameat2"] : ["link", "unlink", "fsync"], async (folder, call, number) =>
        {
            bool died = await Strace.KillAt(call, number, canRename, "write", folder.Blobs, Size);
            using FileSystemBlobStore store = folder.Open(new LaterTime(TimeSpan.FromHours(2)));
            byte[]? found = await TempFolder.Get(store, "calls/a");
            Interlocked.Increment(ref left[found is null || !died ? 0 : 1]);
            Assert.Equal(found is null ? [] : ["calls/a"], await TempFolder.Names(store));
            Assert.Equal(TempFolder.Bytes(int.Parse(Size)), found ?? TempFolder.Bytes(int.Parse(Size)));
            Assert.Equal(found is null, await TempFolder.Put(store, "calls/a", [1, 2, 3]) is not null);
            await store.RemoveAbandonedAsync(CancellationToken.None);
            Assert.Equal(["b-calls_a"], folder.Files().Select(Path.GetFileName));
            return died;
        });
        output.WriteLine($"{left[0]} kills left a free name, {left[1]} the whole blob");
        Assert.True(left[0] > 5 && left[1] >= 1, $"{left[0]} and {left[1]}: the kills missed the commit");
    }

    [StraceFact]
    public async Task Killed_at_any_call_a_removal_leaves_the_whole_blob_or_nothing()
    {
        await ForEveryCall(["unlink", "fsync"], async (folder, call, number) =>
        {
            using FileSystemBlobStore store = folder.Open();
            await TempFolder.Put(store, "calls/a", [1, 2, 3]);
            bool died = await Strace.KillAt(call, number, canRename: true, "delete", folder.Blobs);
            byte[]? found = await TempFolder.Get(store, "calls/a");
            Assert.True(found is null || found.SequenceEqual(new byte[] { 1, 2, 3 }));
            Assert.Equal(found is not null, await store.DeleteAsync(TempFolder.Tenant, new("calls/a"), CancellationToken.None));
            return died;
        });
    }

    [Fact]
    public async Task Killed_at_any_moment_a_busy_writer_leaves_whole_blobs_only()
    {
        using var folder = new TempFolder();
        int seed = int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), out int given) ? given : Random.Shared.Next();
        output.WriteLine($"QUALITYKIT_SEED={seed}");
        var random = new Random(seed);
        for (int life = 0; life < 5; life++)
        {
            using System.Diagnostics.Process child = Child.Start(Child.Command("churn", folder.Blobs));
            await child.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(150));
            child.Kill();
            List<int> said = [.. (await child.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(int.Parse)];
            using FileSystemBlobStore store = folder.Open();
            List<string> names = await TempFolder.Names(store);
            foreach (string name in names)
            {
                int count = int.Parse(name.Split('/')[1]);
                Assert.Equal(TempFolder.Bytes(1 + (count * 7919 % 300_000), count), await TempFolder.Get(store, name));
            }

            // The blob after the last one that was reported gone may be going.
            HashSet<int> gone = [.. said.Where(count => count < 0).Select(count => -count)];
            Assert.Empty(said.Where(count => count > 0 && !gone.Contains(count) && count < said.Max() - 3).Select(count => $"churn/{count}").Except(names));
            Assert.Empty(gone.Select(count => $"churn/{count}").Intersect(names));
            foreach (string name in names)
            {
                await store.DeleteAsync(TempFolder.Tenant, new(name), CancellationToken.None);
            }
        }
    }

    // Kills the child at the first call of a name, at the second and so on, until it lives to the end.
    private async Task ForEveryCall(string[] calls, Func<TempFolder, string, int, Task<bool>> kill)
    {
        int kills = 0;
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (call, _) =>
        {
            for (int number = 1; ; number++)
            {
                using var folder = new TempFolder();
                if (!await kill(folder, call, number))
                {
                    output.WriteLine($"{call}: {number - 1} calls");
                    break;
                }

                Interlocked.Increment(ref kills);
            }
        });
        output.WriteLine($"{kills} kills");
    }

    private static int At(List<string> calls, string call, string what, int from = 0)
    {
        int at = calls.FindIndex(from, one => one.Contains(call) && one.Contains(what));
        Assert.True(at >= 0, $"no {call} of {what} in\n{string.Join('\n', calls)}");
        return at;
    }

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}

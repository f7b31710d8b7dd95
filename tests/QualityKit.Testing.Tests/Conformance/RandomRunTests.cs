using System.Globalization;
using System.Text.RegularExpressions;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;
using QualityKit.Testing.Tests.Documents;
using QualityKit.Testing.Tests.Durable;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Conformance;

public partial class RandomRunTests
{
    private const string Steps = "random steps give what the model gives";
    private const string Clients = "random clients at once leave a history that has an order";
    private const string Kills = "random steps with kills among them give what the model gives";

    [Theory]
    [InlineData("the last write wins", 2)]
    [InlineData("commands are not remembered", 2)]
    [InlineData("ids are compared without case", 3)]
    [InlineData("versions are times that stand still for a while", 4)]
    [InlineData("ranges leave their start out", 3)]
    public async Task A_failing_sequence_is_made_short_and_names_its_seed(string wrong, int most)
    {
        string message = await Failure(wrong, Steps, new ConformanceOptions { Seed = 11, Sequences = 20 });

        int steps = int.Parse(StepCount().Match(message).Groups["steps"].Value, CultureInfo.InvariantCulture);
        Assert.True(steps <= most, message);
        Assert.Contains("seed 11, sequence ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_failure()
    {
        var options = new ConformanceOptions { Seed = Seeds.Value, Sequences = 20 };

        Assert.Equal(await Failure("the last write wins", Steps, options), await Failure("the last write wins", Steps, options));
    }

    [Fact]
    public async Task A_failing_sequence_with_kills_is_made_short()
    {
        string message = await Failure("deletions are not written down", Kills, new ConformanceOptions { Seed = 3, Sequences = 20 });

        Assert.Contains("kill, then open again", message, StringComparison.Ordinal);
        Assert.True(int.Parse(StepCount().Match(message).Groups["steps"].Value, CultureInfo.InvariantCulture) <= 5, message);
    }

    [Theory]
    [InlineData("two commits read, then write")]
    [InlineData("required versions are checked before the transaction")]
    [InlineData("a page is read document by document")]
    [InlineData("commands are looked up before the transaction")]
    [InlineData("reads come from a cache that only its own node refreshes")]
    public async Task A_history_without_an_order_is_found_and_says_why(string wrong)
    {
        string message = await Failure(wrong, Clients, new ConformanceOptions { Seed = Seeds.Value, Sequences = 100, ShrinkRuns = 30 });

        Assert.Contains($"seed {Seeds.Value}, sequence ", message, StringComparison.Ordinal);
        Assert.Matches("no order, one after another|both made|both followed|nobody wrote|was answered with|conflict says", message);
    }

    [Fact]
    public async Task A_long_run_over_a_right_store_finds_nothing()
    {
        var options = new ConformanceOptions { Seed = Seeds.Value, Sequences = 30, Steps = 200, Clients = 6 };

        await DocumentStoreKit.ExploreAsync(WrongJournals.Capabilities with { IsDurable = false }, () => new InMemoryHarness(), options, default);
    }

    private static async Task<string> Failure(string wrong, string name, ConformanceOptions options)
    {
        ConformanceCase promise = KillMatrix.All.Single(provider => provider.Name == wrong).Cases(options).Single(promise => promise.Name == name);
        return (await Assert.ThrowsAsync<ConformanceException>(() => promise.RunAsync())).Message;
    }

    [GeneratedRegex(@"(?<steps>\d+) of \d+ steps are enough")]
    private static partial Regex StepCount();
}

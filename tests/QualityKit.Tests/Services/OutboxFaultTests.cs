using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;

namespace QualityKit.Tests.Services;

public sealed class OutboxFaultTests
{
    private const string Acme = "acme";
    private static readonly string[] Entities = ["a", "b"];

    [Fact]
    public async Task Whichever_call_to_storage_fails_everything_is_told_in_order_and_nothing_is_left()
    {
        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, Fault.Twice], ScenarioAsync, default);

        // As many as a run makes calls to storage, for each kind of fault: fewer would mean that the scenario shrank.
        Assert.True(runs > 60, $"{runs} runs");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Whichever_handlers_fail_each_is_told_of_each_event_once_and_in_order(int seed)
    {
        var dice = new Random(seed);
        await using var node = new Node(options => (options.Outbox.Attempts, options.Outbox.CallsPerTurn) = (100, 7));
        node.Board.Before = (_, _, _) => dice.Next(3) == 0 ? throw new InvalidOperationException("no") : default;
        string[] entities = ["a", "b", "c", "d"];
        var happened = entities.ToDictionary(entity => entity, _ => new List<string>());
        for (int number = 1; number <= 60; number++)
        {
            string[] some = [.. entities.Where(_ => dice.Next(3) == 0)];
            if (some.Length > 0)
            {
                await node.Happen(Acme, $"{number}", some);
                Array.ForEach(some, entity => happened[entity].Add($"{number}"));
            }

            if (dice.Next(4) == 0)
            {
                await node.Outbox.RunOnceAsync(default);
                node.Clock.Advance(TimeSpan.FromSeconds(dice.Next(20)));
            }
        }

        node.Board.Before = (_, _, _) => default;
        for (int days = 0; days < 3; days++)
        {
            node.Clock.Advance(TimeSpan.FromDays(1));
            await node.Drain();
        }

        Assert.All(entities, entity => Assert.All(["first", "second"], handler => Assert.Equal(happened[entity], node.Board.Of(handler, entity))));
        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Undelivered));
        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Due));
        Assert.Equal(0, await node.Count(Acme, OutboxIndexes.Progress));
    }

    private static async Task ScenarioAsync(FaultSchedule faults, CancellationToken cancellationToken)
    {
        await using var seed = new Node();
        for (int number = 1; number <= 3; number++)
        {
            await seed.Happen(Acme, $"{number}", number == 2 ? Entities : ["a"]);
        }

        // The first handler fails at its first event once, and for good at the last of `a`, which becomes a dead letter and is sent again.
        await using var node = new Node(options => (options.Outbox.Attempts, options.Outbox.FirstRetry) = (2, TimeSpan.Zero), beside: seed, faults: faults);
        int failures = 0;
        node.Board.Before = (handler, happened, _) => handler == "first" && (failures == 0 || (happened.Detail("n") == "3" && failures < 4)) && failures++ >= 0 ? throw new InvalidOperationException("no") : default;
        for (int runs = 0; runs < 20; runs++)
        {
            try
            {
                await node.Drain();
                await foreach (DeadLetter letter in node.Outbox.ListDeadLettersAsync(new(Acme), cancellationToken))
                {
                    await node.Outbox.RedriveAsync(letter, cancellationToken);
                }
            }
            catch (StorageUnavailableException)
            {
                // The host's job tries again.
            }

            node.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        foreach (string handler in new[] { "first", "second" })
        {
            Assert.Equal(["1", "2", "3"], node.Board.Of(handler, "a").Distinct());
            Assert.Equal(["2"], node.Board.Of(handler, "b").Distinct());
        }

        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Undelivered));
        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Due));
        Assert.Equal(0, await node.Count(Acme, OutboxIndexes.Progress));
        Assert.Equal(0, await node.Count(Acme, OutboxIndexes.DeadLetters));
    }
}

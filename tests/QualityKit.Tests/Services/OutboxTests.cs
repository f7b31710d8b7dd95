using QualityKit.Events;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Time;

namespace QualityKit.Tests.Services;

public sealed class OutboxTests
{
    private const string Acme = "acme";

    [Fact]
    public async Task Every_handler_is_told_of_every_event_in_the_order_of_its_entity()
    {
        await using var node = new Node();
        foreach (string number in new[] { "1", "2", "3" })
        {
            await node.Happen(Acme, number, "a");
            await node.Happen(Acme, number, "b");
        }

        OutboxRun run = await node.Outbox.RunOnceAsync(default);

        Assert.Equal(new OutboxRun { Tenants = 1, Delivered = 12 }, run);
        Assert.All(["first", "second"], handler => Assert.All(["a", "b"], entity => Assert.Equal(["1", "2", "3"], node.Board.Of(handler, entity))));
        await AssertQuiet(node);
    }

    [Fact]
    public async Task An_event_says_what_happened_to_which_and_who_did_it_when()
    {
        await using var node = new Node();
        await node.Happen(Acme, "1", "a");
        await node.Happen(Acme, "2", "a");

        await node.Drain();

        QualityEvent[] told = [.. node.Board.Told.Where(one => one.Handler == "first").Select(one => one.Event)];
        Assert.Equal(("evaluation.submitted", 1, new TenantId(Acme), "ann", Node.Noon), (told[0].Code, told[0].Version, told[0].Tenant, told[0].Actor.Value, told[0].At));
        Assert.Equal(new QualityEventId("c-1-1/0"), told[0].Id);
        Assert.Equal(new CommandId("c-1-1"), told[0].Command);
        Assert.True(told[0].Number < told[1].Number);
        Assert.Equal($"evaluation.submitted of evaluation/a, {told[0].Number}", told[0].ToString());
        Assert.Null(told[0].Detail("none"));
    }

    [Fact]
    public async Task What_was_delivered_is_not_delivered_again()
    {
        await using var node = new Node();
        await node.Happen(Acme, "1", "a");
        await node.Drain();

        Assert.Equal(new OutboxRun(), await node.Outbox.RunOnceAsync(default));
        await node.Happen(Acme, "2", "a");
        await node.Drain();

        Assert.Equal(["1", "2"], node.Board.Of("first", "a"));
    }

    [Fact]
    public async Task A_handler_that_always_throws_holds_up_nobody_but_itself_and_its_entity()
    {
        await using var node = new Node(options => options.Outbox.Attempts = 3);
        node.Board.Before = (handler, happened, _) => handler == "first" && happened is { Entity.Id: "a" } && happened.Detail("n") == "1" ? throw new InvalidOperationException("no") : default;
        foreach (string number in new[] { "1", "2" })
        {
            await node.Happen(Acme, number, "a");
            await node.Happen(Acme, number, "b");
        }

        OutboxRun run = await node.Outbox.RunOnceAsync(default);

        Assert.Equal((6, 1, 0), (run.Delivered, run.Failed, run.DeadLettered));
        Assert.Empty(node.Board.Of("first", "a"));
        Assert.Equal(["1", "2"], node.Board.Of("second", "a"));
        Assert.Equal(["1", "2"], node.Board.Of("first", "b"));
        Assert.Equal(new OutboxRun(), await node.Outbox.RunOnceAsync(default));
    }

    [Fact]
    public async Task A_failed_event_comes_again_after_a_wait_that_doubles_and_becomes_a_dead_letter_after_the_last_attempt()
    {
        await using var node = new Node(options => (options.Outbox.Attempts, options.Outbox.FirstRetry, options.Outbox.LongestRetry) = (4, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)));
        node.Board.Before = (handler, happened, _) => handler == "first" && happened.Detail("n") == "1" ? throw new InvalidOperationException("no") : default;
        await node.Happen(Acme, "1", "a");
        await node.Happen(Acme, "2", "a");

        var waits = new List<int>();
        var total = await node.Outbox.RunOnceAsync(default);
        for (int seconds = 1; total.DeadLettered == 0; seconds++)
        {
            Assert.True(seconds < 100);
            node.Clock.Advance(TimeSpan.FromSeconds(1));
            OutboxRun run = await node.Drain();
            if (run.Failed > 0)
            {
                waits.Add(seconds);
            }

            total = total.With(run);
        }

        Assert.Equal([10, 30, 60], waits);
        Assert.Equal(["2"], node.Board.Of("first", "a"));
        Assert.Equal(["1", "2"], node.Board.Of("second", "a"));
        DeadLetter letter = Assert.Single(await node.Outbox.ListDeadLettersAsync(new(Acme), default).ToListAsync());
        Assert.Equal(("first", 4, "System.InvalidOperationException", "1"), (letter.Handler, letter.Failures, letter.Problem, letter.Event!.Detail("n")));
        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Undelivered));
        Assert.Contains(node.Log.Lines, line => line.Id == 1101);
    }

    [Fact]
    public async Task A_dead_letter_is_sent_again_by_hand_with_all_attempts_anew()
    {
        await using var node = new Node(options => (options.Outbox.Attempts, options.Outbox.FirstRetry) = (2, TimeSpan.Zero));
        bool isBroken = true;
        node.Board.Before = (handler, _, _) => handler == "first" && isBroken ? throw new InvalidOperationException("no") : default;
        await node.Happen(Acme, "1", "a");
        await node.Drain();
        await node.Drain();
        DeadLetter letter = Assert.Single(await node.Outbox.ListDeadLettersAsync(new(Acme), default).ToListAsync());

        Assert.True(await node.Outbox.RedriveAsync(letter, default));
        Assert.False(await node.Outbox.RedriveAsync(letter, default));
        await node.Drain();
        await node.Drain();
        letter = Assert.Single(await node.Outbox.ListDeadLettersAsync(new(Acme), default).ToListAsync());
        Assert.Equal(4, letter.Failures);

        isBroken = false;
        Assert.True(await node.Outbox.RedriveAsync(letter, default));
        await node.Drain();

        Assert.Equal(["1"], node.Board.Of("first", "a"));
        await AssertQuiet(node);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_has_failed_and_is_left_behind()
    {
        await using var node = new Node(options => options.Outbox.HandlerTimeout = TimeSpan.FromSeconds(5));
        var waits = new TaskCompletionSource();
        node.Board.Before = async (handler, _, _) => await (handler == "first" ? waits.Task : Task.CompletedTask);
        await node.Happen(Acme, "1", "a");

        Task<OutboxRun> running = node.Outbox.RunOnceAsync(default).AsTask();
        Assert.Equal(new OutboxRun(), await node.Outbox.RunOnceAsync(default));
        while (node.Clock.WaitingTimers == 0)
        {
            await Task.Yield();
        }

        node.Clock.Advance(TimeSpan.FromSeconds(5));
        OutboxRun run = await running;

        Assert.Equal((1, 1), (run.Delivered, run.Failed));
        waits.SetResult();
    }

    [Fact]
    public async Task An_entity_that_waits_costs_nothing_until_it_is_its_turn_again()
    {
        await using var node = new Node(options => options.Outbox.CallsPerTurn = 1000);
        node.Board.Before = (handler, happened, _) => handler == "first" && happened.Entity.Id == "a" ? throw new InvalidOperationException("no") : default;
        for (int number = 1; number <= 100; number++)
        {
            await node.Happen(Acme, $"{number}", "a");
        }

        await node.Drain();

        Assert.Equal(100, node.Board.Of("second", "a").Length);
        Assert.Equal(100, await node.Listed(Acme, JournalIndexes.Undelivered));
        Assert.Equal(1, await node.Listed(Acme, JournalIndexes.Due));

        node.Board.Before = (_, _, _) => default;
        node.Clock.Advance(TimeSpan.FromHours(2));
        await node.Drain();

        Assert.Equal(Enumerable.Range(1, 100).Select(number => $"{number}"), node.Board.Of("first", "a"));
        Assert.Equal(100, node.Board.Of("second", "a").Length);
        await AssertQuiet(node);
    }

    [Fact]
    public async Task A_commit_about_two_entities_waits_for_neither_longer_than_it_must()
    {
        await using var node = new Node();
        node.Board.Before = (handler, happened, _) => handler == "first" && happened.Entity.Id == "a" ? throw new InvalidOperationException("no") : default;
        await node.Happen(Acme, "1", "a");
        await node.Happen(Acme, "2", "a", "b");
        await node.Happen(Acme, "3", "b");

        await node.Drain();

        Assert.Equal(["1", "2"], node.Board.Of("second", "a"));
        Assert.Equal(["2", "3"], node.Board.Of("first", "b"));
        Assert.Equal(["2", "3"], node.Board.Of("second", "b"));
        Assert.Equal(new OutboxRun(), await node.Outbox.RunOnceAsync(default));

        node.Board.Before = (_, _, _) => default;
        node.Clock.Advance(TimeSpan.FromHours(2));
        await node.Drain();
        Assert.Equal(["1", "2"], node.Board.Of("first", "a"));
        Assert.Equal(["2", "3"], node.Board.Of("first", "b"));
        await AssertQuiet(node);
    }

    [Fact]
    public async Task A_handler_that_is_added_later_is_told_from_then_on()
    {
        await using var before = new Node(build: builder => builder.AddEventHandler<FirstTeller>());
        await before.Happen(Acme, "1", "a");
        await before.Drain();
        await before.Happen(Acme, "2", "a");

        await using var after = new Node(beside: before);
        before.Clock.Advance(TimeSpan.FromMinutes(2));
        await after.Drain();

        Assert.Equal(["1", "2"], after.Board.Of("first", "a"));
        Assert.Equal(["2"], after.Board.Of("second", "a"));
    }

    [Fact]
    public async Task Without_handlers_events_are_done_at_once()
    {
        await using var node = new Node(build: _ => { });
        await node.Happen(Acme, "1", "a");

        await node.Drain();

        await AssertQuiet(node);
    }

    [Fact]
    public async Task A_host_that_stops_keeps_what_was_done()
    {
        await using var node = new Node(build: builder => builder.AddEventHandler<FirstTeller>());
        using var stop = new CancellationTokenSource();
        node.Board.Before = (_, happened, stopping) =>
        {
            if (happened.Detail("n") == "2")
            {
                stop.Cancel();
                stopping.ThrowIfCancellationRequested();
            }

            return default;
        };
        foreach (string number in new[] { "1", "2", "3" })
        {
            await node.Happen(Acme, number, "a");
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await node.Outbox.RunOnceAsync(stop.Token));
        node.Board.Before = (_, _, _) => default;
        await node.Drain();

        Assert.Equal(["1", "2", "3"], node.Board.Of("first", "a"));
        await AssertQuiet(node);
    }

    [Fact]
    public async Task A_node_that_lost_its_tenant_completes_nothing()
    {
        await using var slow = new Node(build: builder => builder.AddEventHandler<FirstTeller>());
        await using var quick = new Node(beside: slow, build: builder => builder.AddEventHandler<FirstTeller>(), clock: new ManualTimeProvider(Node.Noon.AddHours(1)));
        foreach (string number in new[] { "1", "2" })
        {
            await slow.Happen(Acme, number, "a");
        }

        bool isFirst = true;
        slow.Board.Before = async (_, _, _) =>
        {
            if (isFirst)
            {
                // The slow node is in the middle of a call when the other, whose clock is an hour ahead, takes over and does everything.
                isFirst = false;
                slow.Clock.Advance(TimeSpan.FromSeconds(25));
                Assert.Equal(2, (await quick.Outbox.RunOnceAsync(default)).Delivered);
                await quick.Happen(Acme, "3", "a");
            }
        };
        OutboxRun run = await slow.Outbox.RunOnceAsync(default);

        Assert.Contains(slow.Log.Lines, line => line.Id == 1103);
        Assert.Equal(["1", "2", "1", "2"], slow.Board.Of("first", "a"));
        Assert.Equal(2, run.Delivered);
        Assert.Equal(1, await slow.Listed(Acme, JournalIndexes.Undelivered));
        await quick.Drain();
        Assert.Equal(["1", "2", "1", "2", "3"], slow.Board.Of("first", "a"));
    }

    [Fact]
    public async Task Nothing_is_told_out_of_order_while_clocks_differ_by_less_than_a_quarter_of_the_lease()
    {
        await using var slow = new Node(build: builder => builder.AddEventHandler<FirstTeller>());
        var ahead = new ManualTimeProvider(Node.Noon.AddSeconds(29));
        await using var quick = new Node(beside: slow, build: builder => builder.AddEventHandler<FirstTeller>(), clock: ahead);
        for (int number = 1; number <= 20; number++)
        {
            await slow.Happen(Acme, $"{number}", "a");
        }

        // Every call takes 25 seconds, and all the time the other node tries to take over.
        slow.Board.Before = async (_, _, _) =>
        {
            slow.Clock.Advance(TimeSpan.FromSeconds(25));
            ahead.Advance(TimeSpan.FromSeconds(25));
            await quick.Outbox.RunOnceAsync(default);
        };
        for (int runs = 0; runs < 20 && await slow.Listed(Acme, JournalIndexes.Undelivered) > 0; runs++)
        {
            await slow.Outbox.RunOnceAsync(default);
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"{number}"), slow.Board.Of("first", "a"));
    }

    [Fact]
    public async Task A_tenant_that_another_node_serves_is_left_to_it_until_its_lease_is_over()
    {
        await using var one = new Node();
        await using var other = new Node(beside: one);
        await one.Happen(Acme, "1", "a");
        await one.Drain();
        await one.Happen(Acme, "2", "a");

        Assert.Equal(new OutboxRun(), await other.Outbox.RunOnceAsync(default));
        one.Clock.Advance(TimeSpan.FromMinutes(2));
        await other.Drain();

        Assert.Equal(["1", "2"], one.Board.Of("first", "a"));
    }

    [Fact]
    public async Task One_tenant_that_floods_takes_nothing_from_299_others()
    {
        const int Calls = 10;
        await using var node = new Node(options => options.Outbox.CallsPerTurn = Calls, build: builder => builder.AddEventHandler<FirstTeller>());
        for (int number = 1; number <= 100; number++)
        {
            await node.Happen("t000", $"{number}", $"e{number % 7}");
        }

        for (int tenant = 1; tenant < 300; tenant++)
        {
            for (int number = 1; number <= (tenant % 13) + 1; number++)
            {
                await node.Happen($"t{tenant:000}", $"{number}", "a");
            }
        }

        // The k-th event of a tenant is told in the k/10-th run, rounded up, whatever the others have.
        for (int runs = 1; runs <= 9; runs++)
        {
            OutboxRun run = await node.Outbox.RunOnceAsync(default);
            ILookup<string, string> told = node.Board.Told.ToLookup(one => one.Event.Entity.Tenant, one => one.Event.Entity.Id);
            Assert.All(Enumerable.Range(1, 299), tenant => Assert.Equal(Math.Min((tenant % 13) + 1, runs * Calls), told[$"t{tenant:000}"].Count()));
            Assert.Equal(runs * Calls, told["t000"].Count());
            Assert.True(run.HasMore);
        }

        await node.Drain();
        Assert.All(Enumerable.Range(0, 7), entity => Assert.Equal(
            Enumerable.Range(1, 100).Where(number => number % 7 == entity), node.Board.Of("first", $"e{entity}", "t000").Select(int.Parse)));
    }

    [Fact]
    public async Task Tenants_behind_the_most_that_a_store_lists_have_their_turn_in_the_same_run()
    {
        await using var node = new Node(build: builder => builder.AddEventHandler<FirstTeller>());
        for (int tenant = 0; tenant < 700; tenant++)
        {
            await node.Happen($"t{tenant:000}", "1", "a");
        }

        // Each of them has two kinds of work, so 700 tenants fill a list of 1,000.
        await node.Outbox.RunOnceAsync(default);

        Assert.Equal(700, node.Board.Told.Count);
    }

    private static async Task AssertQuiet(Node node)
    {
        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Undelivered));
        Assert.Equal(0, await node.Listed(Acme, JournalIndexes.Due));
        Assert.Equal(0, await node.Count(Acme, OutboxIndexes.Progress));
        Assert.Equal(0, await node.Count(Acme, OutboxIndexes.DeadLetters));
    }
}

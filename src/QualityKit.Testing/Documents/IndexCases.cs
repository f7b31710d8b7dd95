using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What indexes of many fields and values at the ends of their ranges promise: the same order everywhere, and pages that may end anywhere in it.</summary>
internal static class IndexCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("an index of six fields is ordered field by field", SixFields),
        ("any number of leading fields can be asked for, and a range behind them", EveryDepth),
        ("several values of several fields come in the order of the index", SeveralOfSeveral),
        ("several values come in order when it is turned round, over pages", SeveralDescending),
        ("a range may be over texts", TextRange),
        ("a range may be over numbers, from below zero", NumberRange),
        ("a moment counts to the microsecond", Microseconds),
        ("the least and the greatest values are kept exactly", Extremes),
        ("an empty text is a value like any other", EmptyText),
        ("a range that ends before it starts finds nothing", EmptyRange),
        ("a value that is asked for twice is found once", ValueTwice),
        ("a page may end between equal values, in either order", TiesOverPages),
        ("a page may end between entries of one document", PageWithinDocument),
        ("the next page starts behind an entry that is gone", PageBehindGone),
        ("documents that come behind the page end are seen, those before it are not", PagesWhileCreating),
        ("replacing moves a document over the page end at most once", PagesWhileReplacing),
        ("counts count what queries list", CountsOfQueries),
        ("a page has the body and version of each document", PageBodies),
    ];

    private static DocumentQuery Sizes { get; } = new() { Collection = Schema.Notes, Index = Schema.BySize };

    private static DocumentQuery Paths { get; } = new() { Collection = Schema.Notes, Index = Schema.ByPath };

    private static IndexValue At(int minute) => IndexValue.Of(Bench.Noon.AddMinutes(minute));

    private static ImmutableArray<IndexValue> Path(int number) =>
    [
        IndexValue.Of($"team-{number / 32}"), IndexValue.Of((decimal)(number / 16 % 2)), At(number / 8 % 2),
        IndexValue.Of($"agent-{number / 4 % 2}"), IndexValue.Of((decimal)-(number / 2 % 2)), At(-(number % 2)),
    ];

    // 64 documents, one for each combination of two values in six fields.
    private static async Task<string[]> CreatePaths(Bench bench)
    {
        int[] numbers = [.. Enumerable.Range(0, 64)];
        await bench.Commit(numbers.Reverse().Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"n{number:00}"), Bench.Body("x"), new IndexEntry(Schema.ByPath, Path(number)))));

        // The last two fields grow as the number falls.
        return [.. numbers.OrderBy(number => number / 4).ThenByDescending(number => number % 4).Select(number => $"n{number:00}")];
    }

    private static async Task SixFields(Bench bench)
    {
        string[] inOrder = await CreatePaths(bench);
        Expect.List(inOrder, await bench.Ids(Paths with { Take = 5 }), "all, in order");
        Expect.List(inOrder.Reverse(), await bench.Ids(Paths with { Take = 5, IsDescending = true }), "all, turned round");
    }

    private static async Task EveryDepth(Bench bench)
    {
        string[] inOrder = await CreatePaths(bench);
        ImmutableArray<IndexValue> wanted = Path(0b101101);
        for (int depth = 1; depth <= wanted.Length; depth++)
        {
            DocumentQuery query = Paths with { Equal = [.. wanted.Take(depth).Select(value => ImmutableArray.Create(value))], Take = 3 };
            string[] expected = [.. inOrder.Where(id => Path(Number(id)).Take(depth).SequenceEqual(wanted.Take(depth)))];
            Expect.List(expected, await bench.Ids(query), $"what equals {depth} values");
            if (depth < wanted.Length)
            {
                IEnumerable<string> ranged = expected.Where(id => Path(Number(id))[depth] >= wanted[depth]);
                Expect.List(ranged, await bench.Ids(query with { Range = new IndexRange { From = wanted[depth] } }), $"what equals {depth} values, then a range");
            }
        }

        static int Number(string id) => int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static DocumentQuery Two(params string[] states) => Bench.InState("x") with { Equal = [[.. states.Select(IndexValue.Of)], [At(3), At(1)]] };

    private static async Task CreateStates(Bench bench)
    {
        foreach ((string id, string state, int minute) in new[] { ("e", "b", 1), ("d", "a", 3), ("c", "a", 1), ("b", "b", 3), ("a", "a", 2), ("f", "b", 1), ("g", "c", 1) })
        {
            await bench.Create(id, id, Bench.State(state, minute));
        }
    }

    private static async Task SeveralOfSeveral(Bench bench)
    {
        await CreateStates(bench);
        Expect.List(["c", "d", "e", "f", "b"], await bench.Ids(Two("b", "a")), "what has one of two states and one of two moments");
        Expect.List(["c", "d", "e", "f", "b"], await bench.Ids(Two("b", "a") with { Take = 1 }), "the same, one by one");
    }

    private static async Task SeveralDescending(Bench bench)
    {
        await CreateStates(bench);
        Expect.List(["b", "f", "e", "d", "c"], await bench.Ids(Two("a", "b") with { IsDescending = true, Take = 2 }), "the same, turned round");
    }

    private static async Task TextRange(Bench bench)
    {
        foreach (string label in (string[])["a", "ab", "b", "B", "é", "😀", ""])
        {
            await bench.Create($"n{label}", "x", Bench.Label(label));
        }

        Expect.List(["nab", "nb"], await bench.Ids(Bench.Labelled() with { Range = new IndexRange { From = IndexValue.Of("aa"), To = IndexValue.Of("é") } }), "from aa to é");
        Expect.List(["né", "n😀"], await bench.Ids(Bench.Labelled() with { Range = new IndexRange { From = IndexValue.Of("é") } }), "from é");
        Expect.List(["n", "nB"], await bench.Ids(Bench.Labelled() with { Range = new IndexRange { To = IndexValue.Of("a") } }), "up to a");
    }

    private static async Task NumberRange(Bench bench)
    {
        foreach (decimal size in (decimal[])[-10m, -9.5m, -0.000001m, 0m, 0.1m, 9m, 10m])
        {
            await bench.Create(size.ToString(CultureInfo.InvariantCulture), "x", Bench.Size(size));
        }

        Expect.List(["-9.5", "-0.000001"], await bench.Ids(Sizes with { Range = new IndexRange { From = IndexValue.Of(-9.5m), To = IndexValue.Of(0m) } }), "from -9.5 to 0");
        Expect.List(["0.1", "0", "-0.000001"], await bench.Ids(Sizes with { Range = new IndexRange { From = IndexValue.Of(-0.000001m), To = IndexValue.Of(9m) }, IsDescending = true }), "from -0.000001 to 9, turned round");
    }

    private static async Task Microseconds(Bench bench)
    {
        for (int microsecond = 0; microsecond < 3; microsecond++)
        {
            await bench.Create($"n{microsecond}", "x", new IndexEntry(Schema.ByState, IndexValue.Of("x"), IndexValue.Of(Bench.Noon.AddMicroseconds(microsecond))));
        }

        IndexValue one = IndexValue.Of(Bench.Noon.AddMicroseconds(1));
        Expect.List(["n1", "n2"], await bench.Ids(Bench.InState("x", new IndexRange { From = one })), "from one microsecond after noon");
        Expect.List(["n1"], await bench.Ids(Bench.InState("x") with { Equal = [[IndexValue.Of("x")], [one]] }), "exactly one microsecond after noon");
    }

    private static async Task Extremes(Bench bench)
    {
        const decimal Most = 999_999_999_999.999999m;
        DateTimeOffset[] moments = [DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch.AddMicroseconds(-1), DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue];
        foreach ((DateTimeOffset moment, int number) in moments.Select((moment, number) => (moment, number)).Reverse())
        {
            await bench.Create($"n{number}", "x", new IndexEntry(Schema.ByState, IndexValue.Of("x"), IndexValue.Of(moment)));
        }

        Expect.List(["n0", "n1", "n2", "n3"], await bench.Ids(Bench.InState("x") with { Take = 1 }), "moments in order");
        Expect.List(["n1"], await bench.Ids(Bench.InState("x", new IndexRange { From = IndexValue.Of(moments[1]), To = IndexValue.Of(moments[2]) })), "what is just before 1970");
        await bench.Create("most", "x", Bench.Size(Most));
        await bench.Create("nearly", "x", Bench.Size(Most - 0.000001m));
        await bench.Create("least", "x", Bench.Size(-Most));
        Expect.List(["least", "nearly", "most"], await bench.Ids(Sizes with { Take = 1 }), "numbers in order");
        Expect.List(["most"], await bench.Ids(Sizes with { Equal = [[IndexValue.Of(Most)]] }), "exactly the greatest number");
    }

    private static async Task EmptyText(Bench bench)
    {
        await bench.Create("b", "x", Bench.Label(""), Bench.State("", 1));
        await bench.Create("a", "x", Bench.Label(" "), Bench.State("x", 1));
        await bench.Create("none", "x");
        Expect.List(["b"], await bench.Ids(Bench.Labelled("")), "what has an empty label");
        Expect.List(["b", "a"], await bench.Ids(Bench.Labelled() with { Take = 1 }), "every label, an empty one first");
        Expect.List(["b"], await bench.Ids(Bench.InState("", new IndexRange { From = At(1), To = At(2) })), "what is in an empty state");
    }

    private static async Task EmptyRange(Bench bench)
    {
        await bench.Create("a", "x", Bench.Label("m"));
        Expect.List([], await bench.Ids(Bench.Labelled() with { Range = new IndexRange { From = IndexValue.Of("m"), To = IndexValue.Of("m") } }), "from m to m");
        Expect.List([], await bench.Ids(Bench.Labelled() with { Range = new IndexRange { From = IndexValue.Of("z"), To = IndexValue.Of("a") } }), "from z to a");
    }

    private static async Task ValueTwice(Bench bench)
    {
        await bench.Create("a", "x", Bench.Label("m"));
        Expect.List(["a"], await bench.Ids(Bench.Labelled("m", "m")), "what has m or m");
        Expect.Same(1, await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled("m", "m"), 10, bench.Cancellation), "how many have m or m");
    }

    private static async Task TiesOverPages(Bench bench)
    {
        string[] ids = ["A", "a", "a ", "aa", "b", "é", "\uFFFD", "😀"];
        await bench.Commit(ids.Reverse().Aggregate(bench.Batch(), (all, id) => all.Create(Bench.Note(id), Bench.Body("x"), Bench.Label("same"), Bench.State("same", 0))));
        foreach (int take in (int[])[1, 3])
        {
            Expect.List(ids, await bench.Ids(Bench.InState("same") with { Take = take }), $"equal values, {take} a page");
            Expect.List(ids.Reverse(), await bench.Ids(Bench.InState("same") with { Take = take, IsDescending = true }), $"equal values turned round, {take} a page");
        }
    }

    private static async Task PageWithinDocument(Bench bench)
    {
        await bench.Create("a", "x", Bench.State("x", 1), Bench.State("x", 2), Bench.State("x", 3));
        await bench.Create("b", "x", Bench.State("x", 2));
        Expect.List(["a", "a", "b", "a"], await bench.Ids(Bench.InState("x") with { Take = 1 }), "each entry, one a page");
        Expect.List(["a", "b", "a", "a"], await bench.Ids(Bench.InState("x") with { Take = 3, IsDescending = true }), "each entry turned round, three a page");
    }

    private static async Task PageBehindGone(Bench bench)
    {
        foreach (string id in (string[])["a", "b", "c", "d"])
        {
            await bench.Create(id, "x", Bench.Label("x"));
        }

        DocumentQuery query = Bench.Labelled("x") with { Take = 2 };
        DocumentPage first = await bench.Store.QueryAsync(Bench.Tenant, query, bench.Cancellation);
        foreach (Document document in first.Documents)
        {
            await bench.Commit(bench.Batch().Delete(document.Key, document.Version));
        }

        Expect.List(["c", "d"], await bench.Ids(query with { After = first.End }), "the pages behind one whose documents are all gone");
    }

    private static async Task PagesWhileCreating(Bench bench)
    {
        await bench.Create("c", "x", Bench.Label("x"));
        await bench.Create("e", "x", Bench.Label("x"));
        await bench.Create("g", "x", Bench.Label("x"));
        DocumentQuery query = Bench.Labelled("x") with { Take = 2 };
        DocumentPage first = await bench.Store.QueryAsync(Bench.Tenant, query, bench.Cancellation);
        foreach (string id in (string[])["a", "d", "f", "h"])
        {
            await bench.Create(id, "x", Bench.Label("x"));
        }

        Expect.List(["f", "g", "h"], await bench.Ids(query with { After = first.End }), "what is behind e");
        DocumentPage last = await bench.Store.QueryAsync(Bench.Tenant, query with { IsDescending = true }, bench.Cancellation);
        Expect.List(["f", "e", "d", "c", "a"], await bench.Ids(query with { IsDescending = true, After = last.End }), "what is before g");
    }

    private static async Task PagesWhileReplacing(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "x", Bench.State("x", 1));
        await bench.Create("b", "x", Bench.State("x", 2));
        await bench.Create("c", "x", Bench.State("x", 3));
        DocumentQuery query = Bench.InState("x") with { Take = 1 };
        DocumentPage first = await bench.Store.QueryAsync(Bench.Tenant, query, bench.Cancellation);
        await bench.Commit(bench.Batch().Replace(Bench.Note("a"), version, Bench.Body("moved"), Bench.State("x", 9)));
        Expect.List(["b", "c", "a"], await bench.Ids(query with { After = first.End }), "what is behind the first, one of which was moved there");
    }

    private static async Task CountsOfQueries(Bench bench)
    {
        await CreateStates(bench);
        await bench.Create("many", "x", Bench.State("a", 1), Bench.State("a", 2), Bench.State("b", 3));
        async Task<int> Count(DocumentQuery query) => await bench.Store.CountAsync(Bench.Tenant, query, 1_000, bench.Cancellation);
        Expect.Same(7, await Count(Two("a", "b")), "what has one of two states and one of two moments");
        Expect.Same(3, await Count(Bench.InState("a", new IndexRange { From = At(2) })), "what is in state a from minute 2");
        Expect.Same(10, await Count(Bench.InState("a") with { Equal = [] }), "every entry");
        Expect.Same(0, await Count(Bench.InState("missing")), "what is in a state that nothing is in");
    }

    private static async Task PageBodies(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one", Bench.Label("x"));
        DocumentVersion second = await bench.Commit(bench.Batch().Replace(Bench.Note("a"), first, Bench.Body("two"), Bench.Label("x")).Create(Bench.Note("b"), default, Bench.Label("x")));
        DocumentPage page = await bench.Store.QueryAsync(Bench.Tenant, Bench.Labelled("x"), bench.Cancellation);
        Expect.List(
            [$"notes/a {second} two", $"notes/b {second} "],
            page.Documents.Select(document => $"{document.Key} {document.Version} {System.Text.Encoding.UTF8.GetString(document.Body.Span)}"),
            "what the page says");
    }
}

using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What queries promise: order, ranges, pages that stay put while others write, counts.</summary>
internal static class QueryCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("a query lists what equals a value", Equals),
        ("a query lists what equals one of several values", EqualsAny),
        ("a range takes its start and leaves its end out", Ranges),
        ("a query without values lists every entry of the index", Everything),
        ("numbers are ordered by size", NumbersInOrder),
        ("texts are ordered by their UTF-8 bytes", TextsInOrder),
        ("equal values are ordered by the id's UTF-8 bytes", IdsInOrder),
        ("the order turns round", Descending),
        ("replacing moves a document in its indexes", ReplaceMoves),
        ("a document with several entries is listed for each that matches", SeveralEntries),
        ("a document without an entry is not listed", WithoutEntry),
        ("pages follow each other without gap or repeat", Pages),
        ("pages stay in place while documents come and go", PagesWhileWriting),
        ("a page that just holds the rest has no end", LastPage),
        ("counting stops at the limit", Counts),
        ("a query sees what was committed before it", ReadsOwnWrites),
    ];

    private static async Task Equals(Bench bench)
    {
        await bench.Create("a", "1", Bench.State("open", 1));
        await bench.Create("b", "2", Bench.State("closed", 2));
        await bench.Create("c", "3", Bench.State("open", 3));
        Expect.List(["a", "c"], await bench.Ids(Bench.InState("open")), "what is open");
        Expect.List([], await bench.Ids(Bench.InState("OPEN")), "what is OPEN");
    }

    private static async Task EqualsAny(Bench bench)
    {
        foreach (string id in (string[])["c", "a", "d", "b"])
        {
            await bench.Create(id, id, Bench.Label(id));
        }

        Expect.List(["a", "b", "d"], await bench.Ids(Bench.Labelled("d", "a", "b", "missing")), "what has one of the labels");
    }

    private static async Task Ranges(Bench bench)
    {
        for (int minute = 0; minute < 5; minute++)
        {
            await bench.Create($"m{minute}", "x", Bench.State("open", minute));
            await bench.Create($"other{minute}", "x", Bench.State("closed", minute));
        }

        IndexValue one = IndexValue.Of(Bench.Noon.AddMinutes(1));
        IndexValue three = IndexValue.Of(Bench.Noon.AddMinutes(3));
        Expect.List(["m1", "m2"], await bench.Ids(Bench.InState("open", new IndexRange { From = one, To = three })), "from 1 to 3");
        Expect.List(["m3", "m4"], await bench.Ids(Bench.InState("open", new IndexRange { From = three })), "from 3");
        Expect.List(["m0"], await bench.Ids(Bench.InState("open", new IndexRange { To = one })), "up to 1");
    }

    private static async Task Everything(Bench bench)
    {
        await bench.Create("b", "1", Bench.Label("two"));
        await bench.Create("a", "2", Bench.Label("one"));
        Expect.List(["a", "b"], await bench.Ids(Bench.Labelled()), "every labelled document");
    }

    private static async Task NumbersInOrder(Bench bench)
    {
        decimal[] sizes = [999_999_999_999.999999m, -0.5m, 10m, 9m, 0m, -999_999_999_999.999999m, 0.000001m, -10m];
        foreach (decimal size in sizes)
        {
            await bench.Create($"{size}", "x", Bench.Size(size));
        }

        var query = new DocumentQuery { Collection = Schema.Notes, Index = Schema.BySize };
        Expect.List(sizes.Order().Select(size => $"{size}"), await bench.Ids(query), "all sizes");
        var range = new IndexRange { From = IndexValue.Of(-0.5m), To = IndexValue.Of(10m) };
        Expect.List(["-0.5", "0", "0.000001", "9"], await bench.Ids(query with { Range = range }), "sizes from -0.5 to 10");
    }

    private static async Task TextsInOrder(Bench bench)
    {
        string[] inOrder = ["", " ", "A", "B", "a", "a ", "a!", "aa", "z", "é", "ÿ", "\u07FF", "\u2028", "\uFFFD", "😀"];
        foreach ((string text, int number) in inOrder.Select((text, number) => (text, number)).Reverse())
        {
            await bench.Create($"n{number:00}", "x", Bench.Label(text));
        }

        Expect.List(inOrder.Select((_, number) => $"n{number:00}"), await bench.Ids(Bench.Labelled()), "texts in order");
    }

    private static async Task IdsInOrder(Bench bench)
    {
        string[] inOrder = ["A", "a", "a b", "aB", "ab", "é", "\uFFFD", "😀"];
        foreach (string id in inOrder.Reverse())
        {
            await bench.Create(id, "x", Bench.Label("same"));
        }

        Expect.List(inOrder, await bench.Ids(Bench.Labelled("same") with { Take = 3 }), "ids in order");
    }

    private static async Task Descending(Bench bench)
    {
        foreach ((string id, string label) in new[] { ("a", "x"), ("b", "y"), ("c", "y") })
        {
            await bench.Create(id, "x", Bench.Label(label));
        }

        Expect.List(["c", "b", "a"], await bench.Ids(Bench.Labelled() with { IsDescending = true, Take = 1 }), "the order turned round");
    }

    private static async Task ReplaceMoves(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "1", Bench.Label("old"), Bench.Size(1));
        await bench.Commit(bench.Batch().Replace(Bench.Note("a"), version, Bench.Body("2"), Bench.Label("new")));
        Expect.List([], await bench.Ids(Bench.Labelled("old")), "what the old label lists");
        Expect.List(["a"], await bench.Ids(Bench.Labelled("new")), "what the new label lists");
        Expect.List([], await bench.Ids(new DocumentQuery { Collection = Schema.Notes, Index = Schema.BySize }), "what an index lists that the document left");
    }

    private static async Task SeveralEntries(Bench bench)
    {
        await bench.Create("a", "1", Bench.Label("x"), Bench.Label("y"), Bench.Label("z"));
        await bench.Create("b", "2", Bench.Label("y"));
        Expect.List(["a", "b"], await bench.Ids(Bench.Labelled("y")), "what has one label");
        Expect.List(["a", "a", "b"], await bench.Ids(Bench.Labelled("x", "y")), "what has either label");
        Expect.List(["a", "a", "b", "a"], await bench.Ids(Bench.Labelled() with { Take = 2 }), "all entries");
    }

    private static async Task WithoutEntry(Bench bench)
    {
        await bench.Create("a", "1");
        Expect.List([], await bench.Ids(Bench.Labelled()), "every labelled document");
    }

    private static async Task Pages(Bench bench)
    {
        string[] ids = [.. Enumerable.Range(0, 23).Select(number => $"n{number:00}")];
        foreach (string id in ids)
        {
            await bench.Create(id, "x", Bench.Label($"{id[1]}"));
        }

        foreach (int take in (int[])[1, 2, 5, 22, 23, 24])
        {
            Expect.List(ids, await bench.Ids(Bench.Labelled() with { Take = take }), $"pages of {take}");
            Expect.List(ids.Reverse(), await bench.Ids(Bench.Labelled() with { Take = take, IsDescending = true }), $"pages of {take}, turned round");
        }
    }

    private static async Task PagesWhileWriting(Bench bench)
    {
        for (int number = 0; number < 10; number++)
        {
            await bench.Create($"n{number}", "x", Bench.Label("x"));
        }

        DocumentQuery query = Bench.Labelled("x") with { Take = 4 };
        DocumentPage first = await bench.Store.QueryAsync(Bench.Tenant, query, bench.Cancellation);
        await bench.Commit(bench.Batch().Delete(Bench.Note("n1"), (await bench.Find(Bench.Note("n1")))!.Version));
        await bench.Commit(bench.Batch().Delete(Bench.Note("n3"), (await bench.Find(Bench.Note("n3")))!.Version));
        await bench.Create("n05", "x", Bench.Label("x"));
        List<string> rest = await bench.Ids(query with { After = first.End });
        Expect.List(["n0", "n1", "n2", "n3"], first.Documents.Select(document => document.Key.Id), "the first page");
        Expect.List(["n4", "n5", "n6", "n7", "n8", "n9"], rest, "the pages after it, though two of its documents went and one came before them");
    }

    private static async Task LastPage(Bench bench)
    {
        await bench.Create("a", "1", Bench.Label("x"));
        await bench.Create("b", "2", Bench.Label("x"));
        DocumentPage page = await bench.Store.QueryAsync(Bench.Tenant, Bench.Labelled("x") with { Take = 2 }, bench.Cancellation);
        Expect.Same(2, page.Documents.Length, "the documents of the page");
        Expect.True(page.End is null, "a page that holds the rest says that something follows");
    }

    private static async Task Counts(Bench bench)
    {
        for (int number = 0; number < 5; number++)
        {
            await bench.Create($"n{number}", "x", Bench.Label("x"));
        }

        async Task<int> Count(int limit) => await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled("x") with { Take = 1 }, limit, bench.Cancellation);
        Expect.List([1, 5, 5], [await Count(1), await Count(5), await Count(6)], "counts up to 1, 5 and 6");
    }

    private static async Task ReadsOwnWrites(Bench bench)
    {
        for (int number = 0; number < 50; number++)
        {
            await bench.Create($"n{number:00}", "x", Bench.Label("x"));
            Expect.Same(number + 1, (await bench.Ids(Bench.Labelled("x"))).Count, "what is listed right after a commit");
        }
    }
}

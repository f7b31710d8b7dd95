using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Reads all pages of a query, and may delete the last document of a page before it asks for the next.</summary>
internal sealed record QueryStep(int Node, TenantId Tenant, DocumentQuery Query, bool DeletesBetween) : Step(Node)
{
    public override async Task TakeAsync(Walk walk)
    {
        for (DocumentQuery query = Query; ;)
        {
            List<ModelEntry> expected = walk.Model.Listed(Tenant, query);
            DocumentPage page = await walk.Node(Node).QueryAsync(Tenant, query, walk.Cancellation);
            ExpectPage(expected, page);
            if (page.End is null)
            {
                return;
            }

            if (DeletesBetween)
            {
                await DeleteAsync(walk, expected[page.Documents.Length - 1].Document.Key);
            }

            query = query with { After = page.End };
        }
    }

    // A page may be shorter than asked for, but never empty when something follows, and its end is its last entry.
    private void ExpectPage(List<ModelEntry> expected, DocumentPage page)
    {
        Expect.True(page.Documents.Length <= Query.Take, $"a page has {page.Documents.Length} documents, though {Query.Take} were asked for");
        Expect.List(
            expected.Take(page.Documents.Length).Select(entry => entry.Document.Key.Id),
            page.Documents.Select(document => document.Key.Id),
            $"a page of the {expected.Count} that are behind its start");
        for (int number = 0; number < page.Documents.Length; number++)
        {
            Walk.ExpectSame(expected[number].Document, page.Documents[number], "a page");
        }

        bool hasMore = expected.Count > page.Documents.Length;
        Expect.Same(hasMore, page.End is not null, $"after {page.Documents.Length} of {expected.Count}, whether more follows");
        if (page.End is { } end)
        {
            Expect.True(page.Documents.Length > 0, "a page is empty, though more follows");
            Expect.Same(0, expected[page.Documents.Length - 1].CompareTo(end.Values, end.Id), "the order of a page's end against its last entry");
        }
    }

    private async Task DeleteAsync(Walk walk, DocumentKey key)
    {
        if (walk.Model.Find(Tenant, key) is { } document)
        {
            await walk.SendAsync(DocumentBatch.For(Tenant, walk.NewCommand()).Delete(key, document.Version), Node);
        }
    }

    public override IEnumerable<Step> Simpler() =>
    [
        .. DeletesBetween ? [this with { DeletesBetween = false }] : Array.Empty<Step>(),
        .. Query.Range is not null ? [this with { Query = Query with { Range = null } }] : Array.Empty<Step>(),
        .. Query.IsDescending ? [this with { Query = Query with { IsDescending = false } }] : Array.Empty<Step>(),
    ];

    private protected override string Words() => $"{Tenant}: {QueryWords.Of(Query)}, pages of {Query.Take}{(DeletesBetween ? ", deleting the last of each" : "")}";
}

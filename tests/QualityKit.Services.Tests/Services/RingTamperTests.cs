using System.Text;
using System.Text.Json.Nodes;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

/// <summary>Whoever writes the database does not own the ring.</summary>
public sealed class RingTamperTests
{
    [Fact]
    public async Task A_ring_with_any_field_changed_is_refused_and_so_is_every_key_of_it()
    {
        await using Center center = await RichAsync();
        Document ring = await RingAsync(center);
        JsonNode whole = JsonNode.Parse(ring.Body.Span)!;
        string[] places = [.. Leaves(whole, "").Where(place => place != "/format")];
        Assert.True(places.Length > 50, $"{places.Length} places");

        foreach (string place in places)
        {
            JsonNode changed = JsonNode.Parse(ring.Body.Span)!;
            Change(changed, place);
            KeyTools node = center.Node(store: new ForgedStore(center.Documents, Encoding.UTF8.GetBytes(changed.ToJsonString())));

            Exception? refused = await Record.ExceptionAsync(() => TenantKeysTests.WrapAsync(node));

            // The number is for display and has to be what its place says, so a ring that says another is none.
            Assert.True(refused is KeyUnavailableException { IsRetryable: false }, $"{place}: {refused?.GetType().Name ?? "accepted"}");
        }
    }

    [Fact]
    public async Task A_ring_of_another_tenant_or_an_older_one_is_refused()
    {
        await using Center center = await Center.OpenAsync();
        RingKeyId first = (await center.KeyRings.RotateAsync(Center.Ada, replaces: null)).Active!.Id;
        Document before = await RingAsync(center);
        KeyTools node = center.Node(store: new ForgedStore(center.Documents, before.Body));
        await TenantKeysTests.WrapAsync(node);
        await center.KeyRings.RotateAsync(Center.Ada, first);

        // One that saw the newer ring refuses the older; one that did not cannot know, and its commits are refused by the store.
        await TenantKeysTests.WrapAsync(center.KeyTools);
        Document now = await RingAsync(center);
        await center.Documents.CommitAsync(DocumentBatch.For(Center.Tenant, CommandId.New()).Replace(now.Key, now.Version, before.Body), CancellationToken.None);
        KeyUnavailableException older = await Assert.ThrowsAsync<KeyUnavailableException>(() => TenantKeysTests.WrapAsync(center.KeyTools));
        await center.Documents.CommitAsync(DocumentBatch.For(new("other"), CommandId.New()).Create(now.Key, now.Body), CancellationToken.None);
        await Assert.ThrowsAsync<KeyUnavailableException>(() => center.KeyTools.Keys.ForWrappingAsync(new("other"), CancellationToken.None).AsTask());

        Assert.Contains("older than one that was seen", older.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrap_that_was_moved_to_another_key_or_tenant_opens_nothing()
    {
        await using Center center = await RichAsync();
        KeyRing ring = (await KeyRingDocument.LoadAsync(center.Documents, Center.Tenant, CancellationToken.None))!.Ring;
        RootKeys roots = center.TenantKeys.Roots;

        RootReply moved = await roots.UnwrapAsync(Center.Tenant, ring.Keys[0] with { Wraps = ring.Keys[1].Wraps }, CancellationToken.None);
        RootReply elsewhere = await roots.UnwrapAsync(new("other"), ring.Keys[0], CancellationToken.None);

        Assert.Equal((true, true), (moved.Key is null && moved.IsOther, elsewhere.Key is null && elsewhere.IsOther));
    }

    // A ring with a key in every state that has fields of its own.
    private static async Task<Center> RichAsync()
    {
        Center center = await Center.OpenAsync();
        using DataKey data = await Sealed.StoreAsync(center.KeyTools, "rec-1");
        RingKeyId first = (await center.KeyRings.GetAsync(Center.Ada))!.Active!.Id;
        await Sealed.RotatedAsync(center);
        await center.KeyRings.RewrapAsync(Center.Ada);
        await KeyRingServiceTests.RetiredAndApprovedAsync(center, center.KeyRings, first);
        await Sealed.RotatedAsync(center);
        return center;
    }

    private static async Task<Document> RingAsync(Center center) => (await center.Documents.ReadAsync(Center.Tenant, KeyRingDocument.Key, CancellationToken.None))!;

    private static IEnumerable<string> Leaves(JsonNode node, string place) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is null ? [] : Leaves(member.Value, $"{place}/{member.Key}")),
        JsonArray items => items.SelectMany((item, at) => Leaves(item!, $"{place}/{at}")),
        _ => [place],
    };

    private static void Change(JsonNode node, string place)
    {
        string[] steps = place[1..].Split('/');
        foreach (string step in steps[..^1])
        {
            node = node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        }

        JsonValue leaf = (node is JsonArray array ? array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[steps[^1]]!).AsValue();
        leaf.ReplaceWith(leaf.TryGetValue(out bool flag) ? JsonValue.Create(!flag)
            : leaf.TryGetValue(out long number) ? JsonValue.Create(number + 1)
            : (JsonNode)JsonValue.Create(Other(leaf.GetValue<string>()))!);
    }

    // Of the same kind, and another.
    private static string Other(string text) => text switch
    {
        "Active" => "DecryptOnly",
        "DecryptOnly" => "Compromised",
        "Destroying" => "Retired",
        _ when DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset at) && text.Contains('T', StringComparison.Ordinal) => at.AddSeconds(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        _ => (text[0] == 'a' ? 'b' : 'a') + text[1..],
    };

    /// <summary>A store whose ring somebody wrote.</summary>
    private sealed class ForgedStore(IDocumentStore store, ReadOnlyMemory<byte> ring) : IDocumentStore
    {
        public DocumentCapabilities Capabilities => store.Capabilities;

        public async ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken)
        {
            Document? document = await store.ReadAsync(tenant, key, cancellationToken);
            return key == KeyRingDocument.Key ? document! with { Body = ring } : document;
        }

        public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

        public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

        public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) => store.CommitAsync(batch, cancellationToken);
    }
}

using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Looks at everything: the list of tenants, and the export of each.</summary>
internal sealed record SurveyStep(int Node) : Step(Node)
{
    public override async Task TakeAsync(Walk walk)
    {
        List<TenantId> tenants = await walk.Maintenance(Node).ListTenantsAsync(walk.Cancellation).ToListAsync(walk.Cancellation);
        Expect.List(walk.Model.Tenants.OrderBy(tenant => Convert.ToHexString(Encoding.UTF8.GetBytes(tenant.Value)), StringComparer.Ordinal), tenants, "the tenants");
        foreach (TenantId tenant in tenants)
        {
            List<CreateDocument> export = await walk.Maintenance(Node).ExportAsync(tenant, walk.Cancellation).ToListAsync(walk.Cancellation);
            Expect.List(
                walk.Model.All(tenant).Select(document => Words(document.Key, document.Body, document.Entries)).Order(StringComparer.Ordinal),
                export.Select(document => Words(document.Key, document.Body.Span, document.Entries)).Order(StringComparer.Ordinal),
                $"the export of {tenant}");
        }
    }

    private static string Words(DocumentKey key, ReadOnlySpan<byte> body, IEnumerable<IndexEntry> entries)
    {
        IEnumerable<string> listed = entries.Select(entry => $"{entry.Index}={string.Join('|', entry.Values)}").Order(StringComparer.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{key} `{Encoding.UTF8.GetString(body)}` {string.Join(' ', listed)}");
    }

    private protected override string Words() => "list the tenants and export each";
}

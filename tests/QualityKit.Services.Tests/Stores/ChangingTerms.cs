using QualityKit.Interactions;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Stores;

/// <summary>Terms of a tenant that a test changes.</summary>
internal sealed class ChangingTerms : IKeepingTerms
{
    public KeepingTerms Now { get; set; } = new()
    {
        Attributes = AttributeSchema.Of(
        [
            new() { Name = "tier", Kind = AttributeKind.Text },
            new() { Name = "amount", Kind = AttributeKind.Number },
            new() { Name = "phone", Kind = AttributeKind.Text, IsPersonal = true },
            new() { Name = "note", Kind = AttributeKind.Text, IsPersonal = true, IsOfSegment = true },
        ]).Value,
        PrivacyKey = new(new byte[32]),
        SweepLimit = 1,
    };

    public ValueTask<KeepingTerms> ForAsync(TenantId tenant, CancellationToken cancellationToken) => new(Now);
}

using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

/// <summary>A format that forms are exchanged in, by the name that the vectors use.</summary>
internal sealed record ExchangeFormat(string Name, Func<string, Validated<FormImport>> Import, Func<EvaluationForm, FormExport> Export)
{
    public static IReadOnlyList<ExchangeFormat> All { get; } =
    [
        new("genesys", GenesysCloudForm.Import, GenesysCloudForm.Export),
        new("connect", AmazonConnectForm.Import, AmazonConnectForm.Export),
        new("fhir", FhirQuestionnaire.Import, FhirQuestionnaire.Export),
    ];

    public static ExchangeFormat Named(string name) => All.Single(format => name.StartsWith(format.Name, StringComparison.Ordinal));
}

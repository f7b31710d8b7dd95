using QualityKit.Validation;

namespace QualityKit.Reports;

/// <summary>A column of a report: a stable code, and what its cells are.</summary>
public sealed record ReportColumn
{
    /// <summary>The code, which never changes once it was published: a reader of the file goes by it. Its words are in the message catalogue under <c>report.</c> and the code.</summary>
    public required string Code { get; init; }

    /// <summary>What the cells are.</summary>
    public required ReportCellKind Kind { get; init; }

    /// <summary>The heading for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string Heading(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Template($"report.{Code}") ?? Code;
}

using QualityKit.Exchange.Genesys;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Evaluation forms of Genesys Cloud, as its API gives and takes them (docs/form-exchange.md).</summary>
/// <remarks>Importing never throws, whatever the bytes, within the limits of <see cref="Wire.FormJson"/>. An imported form scores as it did there:
/// weights multiply points, and what is N/A or hidden leaves the form.</remarks>
public static class GenesysCloudForm
{
    /// <summary>Reads an evaluation form.</summary>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    /// <returns>The draft with every loss, or every error: not JSON, a member twice, a wrong kind of value, something missing that a form needs.</returns>
    public static Validated<FormImport> Import(ReadOnlySpan<byte> utf8) => ImportRun.Of(utf8, GenesysFormReader.Read);

    /// <inheritdoc cref="Import(ReadOnlySpan{byte})"/>
    /// <param name="json">The document.</param>
    public static Validated<FormImport> Import(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ImportRun.Of(json, GenesysFormReader.Read);
    }

    /// <summary>Writes a form as an evaluation form.</summary>
    /// <remarks>Conditions become predicates that name answers by their places. Identifiers are written only where a key is a UUID, as after an import.</remarks>
    public static FormExport Export(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ExportRun.Of(form, GenesysFormat.Name, source => new GenesysFormWriter(form, source).Write());
    }
}

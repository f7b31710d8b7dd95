using QualityKit.Exchange.Sdc;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Questionnaires of HL7 FHIR R4 with the extensions of Structured Data Capture, as far as evaluation forms go (docs/form-exchange.md).</summary>
/// <remarks>Importing never throws, whatever the bytes, within the limits of <see cref="Wire.FormJson"/>. The weights of answers are added up
/// to a score in points; a question without weights is not scored.</remarks>
public static class FhirQuestionnaire
{
    /// <summary>Reads a questionnaire.</summary>
    /// <param name="utf8">The resource as JSON; a byte order mark before it is passed over.</param>
    /// <returns>The draft with every loss, or every error: not JSON, a member twice, a wrong kind of value, something missing that a form needs.</returns>
    public static Validated<FormImport> Import(ReadOnlySpan<byte> utf8) => ImportRun.Of(utf8, SdcFormReader.Read);

    /// <inheritdoc cref="Import(ReadOnlySpan{byte})"/>
    /// <param name="json">The resource as JSON.</param>
    public static Validated<FormImport> Import(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ImportRun.Of(json, SdcFormReader.Read);
    }

    /// <summary>Writes a form as a questionnaire.</summary>
    /// <remarks>Points become weights of answers. Texts keep their translations, and groups stay in groups.</remarks>
    public static FormExport Export(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ExportRun.Of(form, SdcFormat.Name, source => new SdcFormWriter(form, source).Write());
    }
}

using QualityKit.Exchange.Connect;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Evaluation forms of Amazon Connect, as its API gives and takes them (docs/form-exchange.md).</summary>
/// <remarks>Importing never throws, whatever the bytes, within the limits of <see cref="Wire.FormJson"/>. An imported form scores as it did there:
/// by weighted questions, weighted sections or points, and what is N/A leaves the form. How a disabled question is weighted there is not documented
/// (<see cref="Methods.VendorProfile.OpenPoints"/>).</remarks>
public static class AmazonConnectForm
{
    /// <summary>Reads an evaluation form: what <c>CreateEvaluationForm</c> takes or <c>DescribeEvaluationForm</c> answers.</summary>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    /// <returns>The draft with every loss, or every error: not JSON, a member twice, a wrong kind of value, something missing that a form needs.</returns>
    public static Validated<FormImport> Import(ReadOnlySpan<byte> utf8) => ImportRun.Of(utf8, ConnectFormReader.Read);

    /// <inheritdoc cref="Import(ReadOnlySpan{byte})"/>
    /// <param name="json">The document.</param>
    public static Validated<FormImport> Import(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ImportRun.Of(json, ConnectFormReader.Read);
    }

    /// <summary>Writes a form as an evaluation form.</summary>
    /// <remarks>Points become the scale of 0 to 10 where questions or sections have weights. Keys become reference ids, shortened to 40 characters.</remarks>
    public static FormExport Export(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ExportRun.Of(form, ConnectFormat.Name, source => new ConnectFormWriter(form, source).Write());
    }
}

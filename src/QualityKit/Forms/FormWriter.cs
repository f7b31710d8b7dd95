namespace QualityKit.Forms;

/// <summary>Writes the canonical form (docs/form-format.md).</summary>
internal static class FormWriter
{
    public static byte[] Write(FormDraft form) => System.Text.Encoding.UTF8.GetBytes(form.Key);
}

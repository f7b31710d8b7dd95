using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

/// <summary>A draft with one thing wrong, and the one issue that says so.</summary>
internal sealed record BadForm(string Name, FormDraft Draft, string Code, string Pointer, Severity Severity = Severity.Error)
{
    public static BadForm Warned(string name, FormDraft draft, string code, string pointer) =>
        new(name, draft, code, pointer, Severity.Warning);
}

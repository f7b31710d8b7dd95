using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

/// <summary>A draft with one thing wrong, and the one issue that says so.</summary>
/// <remarks>The draft is made when it is asked for: what runs while tests are listed belongs to none of them, and mutation runs would try it against all.</remarks>
internal sealed record BadForm(string Name, Func<FormDraft> Make, string Code, string Pointer, Severity Severity = Severity.Error)
{
    public FormDraft Draft => Make();

    public static BadForm Warned(string name, Func<FormDraft> make, string code, string pointer) =>
        new(name, make, code, pointer, Severity.Warning);
}

using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

/// <summary>A limit, a draft at its bound that keeps to it, one just beyond, and the one issue that says so.</summary>
internal sealed record LimitCase(string Name, FormLimits Limits, FormDraft Within, FormDraft Beyond, string Code, string Pointer)
{
    public static FormLimits House { get; } = new() { Name = "the house" };

    public static LimitCase Of(string name, FormLimits limits, FormItem within, FormItem beyond, string code, string pointer) =>
        new(name, limits, With(within), With(beyond), code, pointer);
}

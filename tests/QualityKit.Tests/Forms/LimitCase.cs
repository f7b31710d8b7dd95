using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

/// <summary>A limit, a draft at its bound that keeps to it, one just beyond, and the one issue that says so.</summary>
internal sealed record LimitCase(
    string Name, Func<FormLimits> MakeLimits, Func<FormDraft> MakeWithin, Func<FormDraft> MakeBeyond, string Code, string Pointer)
{
    public static FormLimits House => new() { Name = "the house" };

    public FormLimits Limits => MakeLimits();

    public FormDraft Within => MakeWithin();

    public FormDraft Beyond => MakeBeyond();

    public static LimitCase Of(string name, Func<FormLimits> limits, Func<FormItem> within, Func<FormItem> beyond, string code, string pointer) =>
        new(name, limits, () => With(within()), () => With(beyond()), code, pointer);
}

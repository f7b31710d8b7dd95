using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for marks: pass marks, limits of bands, amounts of score rules.</summary>
internal static class MarkRules
{
    /// <summary>Checks the unit and the digits of a mark.</summary>
    /// <returns>Whether it can be compared with a score of the form.</returns>
    public static bool Check(FormInspection form, Score mark, string pointer)
    {
        NumberRules.CheckDigits(form.Issues, mark.Unit == ScoreUnit.Share ? mark.Value * 100 : mark.Value, pointer);
        if (mark.Unit == form.Method.Unit)
        {
            return true;
        }

        form.Issues.Error(IssueCodes.WrongUnit, pointer, ("unit", Name(mark.Unit)), ("expected", Name(form.Method.Unit)));
        return false;
    }

    /// <summary>The unit as docs/form-format.md writes it.</summary>
    public static string Name(ScoreUnit unit) => unit == ScoreUnit.Share ? "percent" : EnumRules.Name(unit);
}

using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S18: passed, failed or none.</summary>
internal static class Outcome
{
    public static string Of(Form form, ExactNumber? total, bool formFailed, IReadOnlyList<Standing> standings)
    {
        if (!formFailed && total is null)
        {
            return "none";
        }

        if (formFailed || IsBelowPassMark(form, total) || standings.Any(standing => IsBelowMinimum(form, standing)))
        {
            return "failed";
        }

        return form.HasPassRule ? "passed" : "none";
    }

    private static bool IsBelowPassMark(Form form, ExactNumber? total) =>
        form.PassMark is { } mark && total is not null && IsWorse(form, total, mark.Amount);

    /// <summary>S18: an answered normal question that counts; a share is compared with its value, points and grades with its points.</summary>
    private static bool IsBelowMinimum(Form form, Standing standing)
    {
        if (form.QuestionMinimum is not { } minimum || standing.State != QuestionState.Answered || !standing.IsNormal)
        {
            return false;
        }

        var score = minimum.IsShare ? standing.Value : standing.Points;
        return score is not null && IsWorse(form, score, minimum.Amount);
    }

    private static bool IsWorse(Form form, ExactNumber score, ExactNumber mark) =>
        form.Method.Combination == "grade" ? score > mark : score < mark;
}

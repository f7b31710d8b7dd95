using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>Writes the scorecard of docs/form-format.md.</summary>
internal sealed class ScorecardWriter(
    Form form,
    AnswerSheet sheet,
    Visibility visibility,
    IReadOnlyList<Standing> standings,
    IReadOnlyList<Failure> failures,
    Totals totals)
{
    // S21 speaks of what adds to the raw total; where there is none, nothing does.
    private readonly bool hasTotal = totals.Raw is not null;

    public JsonObject Write(bool preview)
    {
        var subScores = new SubScores(form, standings);
        return new JsonObject
        {
            ["format"] = "qualitykit.scorecard/1",
            ["total"] = Score(totals.Final),
            ["rawTotal"] = Score(totals.Raw),
            ["critical"] = Score(subScores.Critical),
            ["nonCritical"] = Score(subScores.NonCritical),
            ["outcome"] = Outcome.Of(form, totals.Final, totals.FormFailed, standings),
            ["band"] = Bands.NameOf(totals.Final, form.Whole.Bands),
            ["provisional"] = preview,
            ["belowLeastAnswers"] = totals.BelowLeastAnswers,
            ["possible"] = Possible().ToString(),
            ["groups"] = Array(form.Whole.AllGroups().Select(GroupLine)),
            ["questions"] = Array(standings.Select(QuestionLine)),
            ["tags"] = Array(subScores.Tags.Select(tag => new JsonObject { ["tag"] = tag, ["score"] = Score(subScores.OfTag(tag)) })),
            ["failures"] = Array(failures.Select(FailureLine)),
        };
    }

    /// <summary>S22: the possible points.</summary>
    private ExactNumber Possible() => form.Method.Combination == "deductions" ? form.Method.From! : ExactNumber.Sum(standings
        .Where(standing => standing.Counts && standing.IsNormal)
        .Select(standing => form.Method.Combination == "weightedPoints"
            ? Weights.OfForm.Whole(standing.Question) * standing.Possible
            : standing.Possible));

    private JsonObject GroupLine(Group group)
    {
        var score = totals.Of(group);
        var counted = totals.Combined.CountedIn(group);
        var contributes = hasTotal && counted.Count > 0;
        return new JsonObject
        {
            ["key"] = group.Key,
            ["state"] = StateOf(group, score),
            ["failed"] = totals.FailedGroups.Contains(group.Key),
            ["score"] = Score(score),
            ["band"] = Bands.NameOf(score, group.Bands),
            ["appliedWeight"] = contributes ? totals.Combined.AppliedWeight(group)?.ToString() : null,
            ["contribution"] = contributes ? ExactNumber.Sum(counted.Select(totals.Combined.Contribution)).ToString() : null,
        };
    }

    private string StateOf(Group group, ExactNumber? score)
    {
        if (!visibility.IsPresent(group))
        {
            return "hidden";
        }

        // A group marked N/A whose questions are filled in has a score, as such questions are filled and not N/A.
        if (score is not null)
        {
            return "scored";
        }

        return sheet.IsNotApplicable(group) ? "notApplicable" : "noScore";
    }

    private JsonObject QuestionLine(Standing standing)
    {
        var contributes = hasTotal && standing.Counts;
        return new JsonObject
        {
            ["key"] = standing.Question.Key,
            ["state"] = JsonNamingPolicy.CamelCase.ConvertName(standing.State.ToString()),
            ["points"] = standing.Points?.ToString(),
            ["highest"] = standing.Question.HasPoints ? Points.Highest(standing.Question).ToString() : null,
            ["value"] = standing.Value?.ToString(),
            ["appliedWeight"] = contributes ? totals.Combined.AppliedWeight(standing).ToString() : null,
            ["contribution"] = contributes ? totals.Combined.Contribution(standing).ToString() : null,
        };
    }

    private static JsonObject FailureLine(Failure failure)
    {
        var line = new JsonObject { ["question"] = failure.Question };
        if (failure.Option is not null)
        {
            line["option"] = failure.Option;
        }

        line["cause"] = failure.Cause;
        if (failure.Group is not null)
        {
            line["group"] = failure.Group;
        }

        return line;
    }

    private JsonObject? Score(ExactNumber? score) =>
        score is null ? null : new JsonObject { ["unit"] = form.Method.Unit, ["value"] = score.ToString() };

    private static JsonArray Array(IEnumerable<JsonObject> lines) => new([.. lines]);
}

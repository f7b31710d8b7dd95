using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.Forms;
using QualityKit.Reference.Rules;

namespace QualityKit.Reference;

/// <summary>The executable specification of scoring: docs/scoring.md, one rule after the other, slowly.</summary>
public static class ReferenceScorer
{
    /// <summary>Scores a valid answer sheet of a valid form.</summary>
    /// <param name="form">A <c>qualitykit.form/1</c>.</param>
    /// <param name="answers">A <c>qualitykit.answers/1</c> for it.</param>
    /// <param name="preview">Required questions may still be unanswered (S6).</param>
    /// <returns>A <c>qualitykit.scorecard/1</c> without the member <c>form</c>.</returns>
    public static JsonObject Score(JsonElement form, JsonElement answers, bool preview = false)
    {
        var read = FormReader.Read(form);
        var sheet = new AnswerSheet(answers);
        var visibility = new Visibility(read, sheet);
        var standings = Drops.Apply(read.Method, new Standings(read, sheet).All());
        var failures = new Failures(read, sheet).All();
        var totals = new Totals(read, standings, failures, new ScoreRules(read, visibility));
        return new ScorecardWriter(read, sheet, visibility, standings, failures, totals).Write(preview);
    }
}

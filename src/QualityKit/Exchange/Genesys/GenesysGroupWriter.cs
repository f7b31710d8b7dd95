using System.Text.Json.Nodes;
using QualityKit.Forms;

namespace QualityKit.Exchange.Genesys;

/// <summary>Writes a question group of Genesys Cloud.</summary>
internal sealed class GenesysGroupWriter(GenesysIds ids, GenesysPaths paths, bool foldsWeights)
{
    public JsonObject Write(FlatGroup flat)
    {
        DefaultAnswerKind prefill = Prefill(flat);
        JsonObject written = flat.IsFirst ? ids.Start(flat.Source, flat.Group.Key) : [];
        flat.Source.Take("allowsNotApplicable");
        written["name"] = flat.Source.Untranslated("title", flat.Group.Title);
        written["type"] = "questionGroup";
        written["weight"] = flat.Weight;
        written["manualWeight"] = true;
        written["naEnabled"] = flat.Group.AllowsNotApplicable;
        JsonObject[] questions = [.. flat.Questions.Select(item => Question(flat, item.Question, item.Source, prefill))];
        GenesysPrefill.Write(written, prefill, hasOwn: questions.Any(question => question.ContainsKey("defaultAnswer")));
        paths.Write(written, flat.Conditions);
        written["questions"] = new JsonArray([.. questions]);
        return written;
    }

    private JsonObject Question(FlatGroup flat, Question question, SourceObject source, DefaultAnswerKind prefill)
    {
        JsonObject written = new GenesysQuestionWriter(ids, source, prefill, foldsWeights && !flat.IsAlone).Write(question);
        source.Take("visibleWhen");
        paths.Write(written, question.VisibleWhen is { } condition ? [(condition, source)] : []);
        return written;
    }

    // What every question of the group is prefilled with, if it is the same and a group can say it.
    private static DefaultAnswerKind Prefill(FlatGroup flat)
    {
        DefaultAnswerKind[] kinds =
        [
            .. flat.Questions.Select(item => item.Question).OfType<ScoredQuestion>()
                .Where(question => !GenesysQuestionWriter.IsNetPromoter(question))
                .Select(question => question.Default.Kind).Distinct(),
        ];
        return kinds is [DefaultAnswerKind.Highest or DefaultAnswerKind.Lowest or DefaultAnswerKind.NotApplicable] ? kinds[0] : DefaultAnswerKind.None;
    }
}

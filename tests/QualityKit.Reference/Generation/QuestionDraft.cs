using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>A question of any kind.</summary>
internal sealed class QuestionDraft(Dice dice, Features features, MethodDraft method, IReadOnlyList<string> groups)
{
    private static readonly string[] ChoiceKinds = ["choice"];
    private static readonly string[] ScoredKinds = ["choice", "choice", "multiSelect", "number"];
    private static readonly string[] AllKinds = ["choice", "choice", "choice", "multiSelect", "multiSelect", "number", "number", "text", "date", "information"];

    private readonly OptionDraft options = new(dice, features, method, groups);

    /// <summary>A question; when the form still needs one that is scored, of a kind with points.</summary>
    public JsonObject Build(string key, bool mustScore, JsonObject? visibleWhen)
    {
        var kind = dice.Pick(!features.OtherKinds ? ChoiceKinds : mustScore ? ScoredKinds : AllKinds);
        var question = new JsonObject
        {
            ["type"] = kind,
            ["key"] = key,
            ["text"] = Wording.Text(dice, features, $"Question {key}"),
        };
        var isScored = kind is "choice" or "multiSelect" or "number";
        if (isScored && features.Weights && dice.Chance(70))
        {
            question["weight"] = Decimals.ToJson(dice.Pick(Decimals.Weights));
        }

        if (kind != "information")
        {
            WriteAnswering(question, kind);
        }

        if (isScored)
        {
            WriteScoring(question, mustScore);
        }

        if (visibleWhen is not null)
        {
            question["visibleWhen"] = visibleWhen;
        }

        if (kind != "information" && features.Tags && dice.Chance(40))
        {
            question["tags"] = new JsonArray([.. dice.Some(["compliance", "greeting", "Zeal"]).Select(tag => (JsonNode)tag)]);
        }

        if (kind == "choice" && features.Words)
        {
            question["default"] = dice.Pick("highest", "lowest");
            question["preset"] = "range";
        }

        options.Write(question, kind);
        return question;
    }

    private void WriteAnswering(JsonObject question, string kind)
    {
        if (features.NotApplicable && dice.Chance(50))
        {
            question["allowsNotApplicable"] = true;
        }

        if (features.Optional && dice.Chance(40))
        {
            question["required"] = kind is "text" or "date";
        }

        if (features.Comments && dice.Chance(30))
        {
            question["comment"] = dice.Pick("always", "whenFlagged", "never");
        }
    }

    private void WriteScoring(JsonObject question, bool mustScore)
    {
        WriteFlag(question, "critical", features.Critical && dice.Chance(35));
        WriteFlag(question, "fatal", features.Failures && dice.Chance(15));
        WriteFlag(question, "bonus", features.Bonus && dice.Chance(mustScore ? 10 : 25));
        if ((features.Failures || features.Critical) && dice.Chance(40))
        {
            question["failureScope"] = options.Scope();
        }

        WriteFlag(question, "excluded", !mustScore && features.Excluded && dice.Chance(20));
    }

    private static void WriteFlag(JsonObject question, string member, bool value)
    {
        if (value)
        {
            question[member] = true;
        }
    }
}

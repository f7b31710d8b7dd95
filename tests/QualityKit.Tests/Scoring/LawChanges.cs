using System.Text.Json.Nodes;
using QualityKit.Methods;

namespace QualityKit.Tests.Scoring;

/// <summary>What laws change in a case.</summary>
internal static class LawChanges
{
    private static readonly string[] Conditional = ["visibleWhen", "fatal", "fails", "critical", "comment", "commentRequired"];

    /// <summary>No points below 0, none above a fixed scale.</summary>
    public static void BoundPoints(LawCase law)
    {
        decimal most = law.Method["scale"]?.GetValue<decimal>() ?? decimal.MaxValue;
        foreach (JsonObject question in law.Scored)
        {
            foreach (JsonObject choice in LawCase.Choices(question))
            {
                choice["points"] = Math.Clamp(choice["points"]?.GetValue<decimal>() ?? 0, 0, most);
                if (choice["unselected"] is { } unselected)
                {
                    choice["unselected"] = Math.Clamp(unselected.GetValue<decimal>(), 0, most);
                }
            }

            if (question["type"]!.GetValue<string>() == "multiSelect" && law.Method["scale"] is not null)
            {
                question["cap"] = Math.Min(question["cap"]?.GetValue<decimal>() ?? most, most);
            }
        }
    }

    public static void ScaleWeights(IEnumerable<JsonObject> items, decimal factor)
    {
        foreach (JsonObject item in items.Where(item => item["items"] is not null || LawCase.Choices(item).Any()).ToList())
        {
            item["weight"] = (item["weight"]?.GetValue<decimal>() ?? 1) * factor;
        }
    }

    /// <summary>The weight of every scored question times those of the groups around it.</summary>
    public static Dictionary<string, Fraction> PathWeights(LawCase law)
    {
        var weights = new Dictionary<string, Fraction>();
        foreach (JsonNode? group in law.Form["groups"]!.AsArray())
        {
            Collect(group!.AsObject(), Fraction.One, weights);
        }

        return weights;
    }

    /// <summary>Everything whose order has no meaning in another order; conditions look back, so with them questions stay where they are.</summary>
    public static void Shuffle(LawCase law)
    {
        var random = new Random((int)law.Seed);
        bool looksBack = law.Items.Any(item => item["visibleWhen"] is not null);
        Shuffle(law.Form, "rules", random);
        Shuffle(law.Form, "bands", random);
        foreach (JsonObject item in law.Items.ToList())
        {
            Shuffle(item, "options", random);
            Shuffle(item, "bands", random);
            Shuffle(item, looksBack ? "tags" : "items", random);
        }

        if (!looksBack)
        {
            Shuffle(law.Form, "groups", random);
        }

        foreach ((string _, JsonNode? answer) in law.Given.ToList())
        {
            Shuffle(answer!.AsObject(), "options", random);
        }
    }

    /// <summary>A hidden copy of a question at the end of every group that can look back, and a hidden group at the end.</summary>
    public static void AddHidden(LawCase law)
    {
        if (law.Questions.FirstOrDefault(question => question["type"]!.GetValue<string>() != "information") is not { } first)
        {
            return;
        }

        var condition = new JsonObject { ["unanswered"] = LawCase.Key(first) };
        JsonObject never = new() { ["all"] = new JsonArray(condition, new JsonObject { ["not"] = condition.DeepClone() }) };
        JsonObject[] originals = [.. law.Scored];
        foreach (JsonObject group in law.Groups.SkipWhile(group => !Contains(group, first)).ToList())
        {
            JsonObject copy = Copy(law, originals[(int)(law.Seed % originals.Length)], $"{LawLines.Added}{LawCase.Key(group)}");
            copy["visibleWhen"] = never.DeepClone();
            group["items"]!.AsArray().Add((JsonNode)copy);
        }

        JsonObject inner = Copy(law, originals[0], $"{LawLines.Added}inner");
        inner.Remove("visibleWhen");
        law.Form["groups"]!.AsArray().Add((JsonNode)Group("hidden", 5, [inner], never));
    }

    /// <summary>A group of weight 0 at the end with copies of questions that fail nothing.</summary>
    public static void AddWeightless(LawCase law)
    {
        JsonObject[] copies = [.. law.Scored.ToArray().Select((question, number) => Copy(law, question, $"{LawLines.Added}{number:00}"))];
        foreach (JsonObject copy in copies)
        {
            copy["required"] = false;
            foreach (JsonObject json in LawCase.Choices(copy).Append(copy))
            {
                foreach (string member in Conditional.Append("tags"))
                {
                    json.Remove(member);
                }
            }
        }

        law.Form["groups"]!.AsArray().Add((JsonNode)Group("weightless", 0, copies, visibleWhen: null));
    }

    /// <summary>The options chosen in the first visible choice fail the form.</summary>
    public static void FailTheForm(LawCase law)
    {
        foreach (JsonObject question in law.Scored.Where(question => law.Given[LawCase.Key(question)]?["options"]?.AsArray().Count > 0).ToList())
        {
            string[] chosen = [.. law.Given[LawCase.Key(question)]!["options"]!.AsArray().Select(option => option!.GetValue<string>())];
            foreach (JsonObject option in LawCase.Choices(question).Where(option => chosen.Contains(LawCase.Key(option))))
            {
                option["fails"] = "form";
            }
        }
    }

    /// <summary>Nothing depends on a mark but the score: no conditions, no failures, no comments, no least number of answers, points within bounds.</summary>
    /// <param name="law">The case.</param>
    /// <param name="isOneScale">Whether all questions get the same points.</param>
    public static void Soften(LawCase law, bool isOneScale)
    {
        foreach (JsonObject item in law.Items)
        {
            item.Remove("visibleWhen");
        }

        law.RemoveFromQuestions(Conditional);
        foreach (string member in new[] { "criticalBelow", "leastAnswers", "leastAnswersEffect" })
        {
            law.Method.Remove(member);
        }

        BoundPoints(law);
        RequireNothing(law);
        if (isOneScale)
        {
            Level(law);
        }
    }

    /// <summary>A choice that can have full marks and is answered; null when there is none.</summary>
    public static JsonObject? Pick(LawCase law)
    {
        JsonObject[] choices = [.. law.Scored.Where(question =>
            question["type"]!.GetValue<string>() == "choice" && question["excluded"] is null && law.Given[LawCase.Key(question)]?["options"] is not null)];
        return choices.Length == 0 ? null : choices[law.Seed % choices.Length];
    }

    /// <summary>Answers a choice with what is worth most; a grade with its lowest.</summary>
    public static void AnswerBest(LawCase law, string key)
    {
        JsonObject question = law.Scored.Single(candidate => LawCase.Key(candidate) == key);
        question["allowsNotApplicable"] = true;
        IEnumerable<JsonObject> options = LawCase.Choices(question).OrderBy(option => option["points"]?.GetValue<decimal>() ?? 0);
        JsonObject best = law.Combination == LawColumn.Grade ? options.First() : options.Last();
        law.Given[key] = new JsonObject { ["options"] = new JsonArray(LawCase.Key(best)) };
    }

    // Every scored question is a choice of 5, 3 and 0; answers become some of these.
    private static void Level(LawCase law)
    {
        foreach ((JsonObject question, int place) in law.Scored.ToArray().Select((question, place) => (question, place)))
        {
            foreach (string member in new[] { "ranges", "step", "cap", "default", "preset", "bonus" })
            {
                question.Remove(member);
            }

            question["type"] = "choice";
            question["options"] = new JsonArray([.. new[] { 5, 3, 0 }.Select(points => new JsonObject { ["key"] = $"p{points}", ["text"] = $"{points}", ["points"] = (decimal)points })]);
            if (law.Given[LawCase.Key(question)] is JsonObject answer && (answer["options"] ?? answer["number"]) is not null)
            {
                law.Given[LawCase.Key(question)] = new JsonObject { ["options"] = new JsonArray($"p{new[] { 5, 3, 0 }[(law.Seed + place) % 3]}") };
            }
        }
    }

    private static void RequireNothing(LawCase law)
    {
        foreach (JsonObject question in law.Questions.Where(question => question["type"]!.GetValue<string>() != "information"))
        {
            question["required"] = false;
        }
    }

    private static JsonObject Copy(LawCase law, JsonObject question, string key)
    {
        JsonObject copy = question.DeepClone().AsObject();
        if (law.Given[LawCase.Key(question)] is { } answer)
        {
            law.Given[key] = answer.DeepClone();
        }

        copy["key"] = key;
        copy.Remove("visibleWhen");
        return copy;
    }

    private static JsonObject Group(string key, decimal weight, JsonObject[] items, JsonObject? visibleWhen)
    {
        var group = new JsonObject { ["type"] = "group", ["key"] = LawLines.Added + key, ["title"] = key, ["weight"] = weight };
        if (visibleWhen is not null)
        {
            group["visibleWhen"] = visibleWhen.DeepClone();
        }

        group["items"] = new JsonArray([.. items]);
        return group;
    }

    private static bool Contains(JsonObject group, JsonObject question) =>
        group["items"]!.AsArray().Any(item => ReferenceEquals(item, question) || (item!["items"] is not null && Contains(item.AsObject(), question)));

    private static void Collect(JsonObject item, Fraction around, Dictionary<string, Fraction> weights)
    {
        Fraction weight = around * Fraction.From(item["weight"]?.GetValue<decimal>() ?? 1);
        foreach (JsonNode? inner in item["items"]?.AsArray() ?? [])
        {
            Collect(inner!.AsObject(), weight, weights);
        }

        if (LawCase.Choices(item).Any())
        {
            weights[LawCase.Key(item)] = weight;
        }
    }

    private static void Shuffle(JsonObject json, string member, Random random)
    {
        if (json[member] is JsonArray list)
        {
            JsonNode[] nodes = [.. list.Select(node => node!.DeepClone())];
            random.Shuffle(nodes);
            json[member] = new JsonArray(nodes);
        }
    }
}

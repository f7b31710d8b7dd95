using System.Text.Json.Nodes;

namespace QualityKit.Reference.Tests;

/// <summary>The rules of publishing that a generator can break without a scorer noticing.</summary>
internal sealed class PublishingRules
{
    private readonly List<string> problems = [];
    private readonly List<string> groups = [];
    private readonly Dictionary<string, JsonObject> questions = [];
    private readonly HashSet<string> markable = [];
    private readonly JsonObject method;
    private readonly string combination;

    private PublishingRules(JsonObject form)
    {
        method = form["method"]?.AsObject() ?? [];
        combination = Word(method, "combination", "groupWeights");
        form["groups"]!.AsArray().ToList().ForEach(group => Visit(group!.AsObject(), isMarkable: false));
        Check(questions.Values.Any(IsScored), "no scored question");
        CheckMethod();
        form["rules"]?.AsArray().Select(rule => rule!.AsObject()).ToList().ForEach(CheckRule);
        Check(!form.ToJsonString().Contains("{}", StringComparison.Ordinal), "an empty object");
        var scopes = questions.Values.SelectMany(question => Parts(question).Append(question)).SelectMany(part => new[] { part["fails"], part["failureScope"] });
        Check(scopes.OfType<JsonObject>().All(scope => groups.Contains(Text(scope["group"]))), "an unknown scope");
    }

    private string Unit => combination switch
    {
        "grade" => "grade",
        "sum" => "points",
        "deductions" => "percent",
        _ => Word(method, "value", "ofMaximum") == "asPoints" ? "points" : "percent",
    };

    public static IReadOnlyList<string> Broken(JsonObject form) => new PublishingRules(form).problems;

    private void Visit(JsonObject item, bool isMarkable)
    {
        var key = Text(item["key"]);
        CheckCondition(item["visibleWhen"], key);
        isMarkable |= item["allowsNotApplicable"] is not null;
        if (item["items"] is JsonArray items)
        {
            Check(!groups.Contains(key) && items.Count > 0, $"group {key}: twice or empty");
            groups.Add(key);
            items.ToList().ForEach(inner => Visit(inner!.AsObject(), isMarkable));
            return;
        }

        Check(questions.TryAdd(key, item), $"question {key}: twice");
        if (isMarkable)
        {
            markable.Add(key);
        }

        CheckQuestion(item, key);
    }

    private void CheckQuestion(JsonObject question, string key)
    {
        var hasPoints = Text(question["type"]) is "choice" or "multiSelect" or "number";
        Check(hasPoints || (question["fatal"] ?? question["critical"] ?? question["bonus"]) is null, $"{key}: a flag needs points");
        var keys = Parts(question).Select(part => part["key"]).OfType<JsonNode>().Select(Text).ToList();
        Check(keys.Distinct().Count() == keys.Count, $"{key}: an option twice");
        var normal = Parts(question).Where(part => part["bonus"] is null).Select(part => Math.Max(Number(part["points"]), Number(part["unselected"]))).ToList();
        var needsHighest = Word(method, "value", "ofMaximum") == "ofMaximum" && !(combination is "sum" or "grade" or "deductions");
        var highest = Text(question["type"]) == "multiSelect" ? normal.Sum() : Parts(question).Where(part => part["bonus"] is null).Select(part => Number(part["points"])).DefaultIfEmpty().Max();
        Check(!needsHighest || !hasPoints || highest >= 0, $"{key}: highest points below 0");
        Check(Number(question["cap"]) >= 0, $"{key}: cap below 0");
        CheckRanges(question, key);
    }

    private void CheckRanges(JsonObject question, string key)
    {
        var step = question["step"] is { } given ? Number(given) : 1;
        decimal? last = null;
        foreach (var range in question["ranges"]?.AsArray() ?? [])
        {
            var minimum = Number(range!["minimum"]);
            var maximum = Number(range["maximum"]);
            Check(minimum <= maximum && minimum % step == 0 && maximum % step == 0, $"{key}: a range off the grid");
            Check(last is null || minimum == last + step, $"{key}: a gap between ranges");
            last = maximum;
        }
    }

    private void CheckMethod()
    {
        var value = Word(method, "value", "ofMaximum");
        var averages = combination == "questionWeights" || (combination == "groupWeights" && Word(method, "within", "questionWeights") == "questionWeights");
        Check(value != "asPoints" || averages || combination is "sum" or "grade", "asPoints");
        Check(Word(method, "bonus", "toEarned") == "toEarned" || averages, "toMean");
        Check(combination != "grade" || Word(method, "failure", "zero") == "outcomeOnly", "a grade that failure makes zero");
        string[] selections = [.. new[] { "dropLowest", "keepHighest", "keepLowest", "keepMiddle", "keepMostFrequent" }.Where(method.ContainsKey)];
        Check(selections.Length < 2, "drop and keep");
        Check(selections.Length == 0 || !(combination is "sum" or "deductions" or "grade"), "drop or keep");
        Check(averages || !selections.Any(selection => selection is "keepMiddle" or "keepMostFrequent"), "middle or most frequent");
        Check(method["criticalBelow"] is null || (value != "asPoints" && !(combination is "sum" or "deductions" or "grade")), "criticalBelow");
        Check(method["capAtFull"] is null || Unit == "percent", "capAtFull");
        Check((method["scale"] is not null) == (value == "ofFixedScale"), "scale");
        Check((method["from"] is not null) == (combination == "deductions"), "from");
        Check(method["within"] is null || combination == "groupWeights", "within");
    }

    private void CheckRule(JsonObject rule)
    {
        Check(rule["group"] is null || (combination is "groupWeights" or "grade" && groups.Contains(Text(rule["group"]))), "a rule on a group");
        Check(rule["amount"]![Unit] is not null, "a rule in another unit");
        CheckCondition(rule["when"], "rule");
    }

    /// <summary>Only what was visited before is known, so a forward reference is unknown.</summary>
    private void CheckCondition(JsonNode? condition, string holder)
    {
        foreach (var (name, part) in condition?.AsObject() ?? [])
        {
            switch (name)
            {
                case "all" or "any":
                    part!.AsArray().ToList().ForEach(inner => CheckCondition(inner, holder));
                    break;
                case "not":
                    CheckCondition(part, holder);
                    break;
                default:
                    var key = part is JsonObject ? Text(part["question"]) : Text(part);
                    Check(questions.ContainsKey(key), $"{holder}: looks at {key}");
                    Check(name != "notApplicable" || markable.Contains(key), $"{holder}: {key} cannot be N/A");
                    Check(name != "answered" || part!["options"]!.AsArray().All(option => Parts(questions[key]).Any(known => Text(known["key"]) == Text(option))), $"{holder}: an option of {key}");
                    break;
            }
        }
    }

    private void Check(bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(problem);
        }
    }

    private static bool IsScored(JsonObject question) =>
        question["excluded"] is null && Text(question["type"]) is "choice" or "multiSelect" or "number";

    private static List<JsonObject> Parts(JsonObject question) =>
        (question["options"] ?? question["ranges"])?.AsArray().Select(part => part!.AsObject()).ToList() ?? [];

    private static string Text(JsonNode? text) => text!.GetValue<string>();

    private static decimal Number(JsonNode? number) => number?.GetValue<decimal>() ?? 0;

    private static string Word(JsonObject json, string member, string otherwise) => json[member]?.GetValue<string>() ?? otherwise;
}

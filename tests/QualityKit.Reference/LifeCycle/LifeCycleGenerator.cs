using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityKit.Reference.LifeCycle;

/// <summary>Random lives of evaluations: mostly what the rules allow, so that they get far, and always some of what they do not.</summary>
public static class LifeCycleGenerator
{
    private const int Steps = 14;

    private static readonly string[] Kinds = ["quality", "quality", "quality", "quality", "quality", "calibration", "self", "peer", "sideBySide", "review", "trial"];
    private static readonly string[] People = ["anna", "eva", "erik", "rita", "rolf", "bot"];
    private static readonly string[] Assignable = ["eva", "eva", "erik", "rita", "rolf", "anna", "bot"];

    /// <summary>A case of a seed: the same for the same seed.</summary>
    public static string Case(long seed)
    {
        var random = new Random(unchecked((int)(seed ^ (seed >> 32))));
        JsonObject given = Beginning(random);
        decimal now = 0;
        for (int step = 0; step < Steps; step++)
        {
            now += random.Next(5) switch { 0 => 0, 1 => random.Next(1, 400), _ => random.Next(0, 6) };
            given["steps"]!.AsArray().Add(Step(random, given, now));
        }

        return given.ToJsonString();
    }

    private static JsonObject Beginning(Random random)
    {
        string kind = Pick(random, Kinds);
        var given = new JsonObject { ["form"] = Form(random), ["kind"] = kind, ["left"] = random.Next(3) == 0, ["steps"] = new JsonArray() };
        if (kind is "self" or "review" || random.Next(8) > 0)
        {
            given["subject"] = "anna";
        }

        if (random.Next(6) > 0)
        {
            given["evaluator"] = kind == "self" ? "anna" : random.Next(6) == 0 ? "bot" : "eva";
        }

        Deadlines(random, given, 0);
        return given;
    }

    private static JsonObject Form(Random random)
    {
        var form = new JsonObject { ["acknowledgement"] = random.Next(2) == 0, ["revisions"] = random.Next(4) > 0 };
        if (random.Next(6) > 0)
        {
            form["disputes"] = new JsonObject
            {
                ["maximum"] = random.Next(1, 4),
                ["windowDays"] = random.Next(1, 20),
                ["afterAcknowledgement"] = random.Next(2) == 0,
                ["assignees"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Assignee(random))]),
            };
        }

        return form;
    }

    private static JsonNode Assignee(Random random) => random.Next(4) switch
    {
        0 => "none",
        1 => "original",
        _ => new JsonObject { ["user"] = Pick(random, People) },
    };

    private static void Deadlines(Random random, JsonObject given, decimal now)
    {
        foreach ((string name, int least) in new[] { ("remind", 1), ("due", 5), ("escalate", 10), ("expires", 0) })
        {
            if (random.Next(4) == 0)
            {
                given[name] = now + Math.Max(least, name == "expires" && now > 0 ? random.Next(0, 60) : random.Next(1, 60));
            }
        }
    }

    private static JsonObject Step(Random random, JsonObject given, decimal now)
    {
        string person = Pick(random, People);
        var step = new JsonObject { ["at"] = now, ["by"] = person };
        if (person == "bot")
        {
            step["machine"] = true;
        }

        string[] allowed = Allowed(given, step);
        step["do"] = allowed.Length > 0 && random.Next(4) > 0 ? Wanted(random, allowed) : Pick(random, Permitted.Commands);
        if (random.Next(12) == 0)
        {
            step["may"] = new JsonArray([.. Permitted.Commands.Where(_ => random.Next(2) == 0).Select(one => (JsonNode)one)]);
        }

        return Fill(random, step, now);
    }

    // Comments and deletions would crowd out what moves an evaluation on.
    private static string Wanted(Random random, string[] allowed)
    {
        string wanted = Pick(random, allowed);
        return wanted is "delete" or "comment" or "commentPrivately" or "saveDraft" or "assign" ? Pick(random, allowed) : wanted;
    }

    private static JsonObject Fill(Random random, JsonObject step, decimal now)
    {
        string command = step["do"]!.GetValue<string>();
        if (command == "assign")
        {
            step["evaluator"] = random.Next(6) == 0 ? null : Pick(random, Assignable);
            Deadlines(random, step, now);
        }

        if (command is "submit" or "rescore" or "acceptDispute" && random.Next(8) > 0)
        {
            step["answers"] = random.Next(2) == 0 ? "yes" : "no";
            step["asks"] = random.Next(2) == 0;
        }

        if (command == "release")
        {
            step["when"] = random.Next(4) switch { 0 => "never", 1 => now + random.Next(0, 8), _ => "now" };
        }

        step["text"] = random.Next(12) == 0 ? "" : "because";
        return step;
    }

    private static string[] Allowed(JsonObject given, JsonObject step)
    {
        JsonObject asked = given.DeepClone().AsObject();
        JsonObject probe = step.DeepClone().AsObject();
        probe["do"] = "probe";
        asked["steps"]!.AsArray().Add(probe);
        return ReferenceLifeCycle.AllowedAtEnd(JsonSerializer.SerializeToElement(asked));
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}

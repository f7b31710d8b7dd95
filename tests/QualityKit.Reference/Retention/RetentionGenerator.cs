using System.Text.Json.Nodes;
using QualityKit.Reference.Generation;

namespace QualityKit.Reference.Retention;

/// <summary>Random policies over one interaction, close together, so that they often meet at the same day.</summary>
public static class RetentionGenerator
{
    private static readonly string[] Resolvers = ["strongest", "strongest", "genesysCloud", "ordered"];

    /// <summary>A case of a seed: the same for the same seed.</summary>
    public static string Case(long seed)
    {
        var dice = new Dice(seed);
        var given = new JsonObject
        {
            ["resolver"] = dice.Pick(Resolvers),
            ["now"] = dice.Below(12),
            ["claims"] = new JsonArray([.. Enumerable.Range(0, dice.Below(5)).Select(_ => Claim(dice))]),
        };
        if (dice.Chance(25))
        {
            given["maximum"] = dice.Below(12);
        }

        if (dice.Chance(15))
        {
            given["holds"] = new JsonArray("h-1");
        }

        if (dice.Chance(20))
        {
            given["work"] = new JsonArray(new JsonObject { ["name"] = "evaluation e-1", ["until"] = dice.Below(12) });
        }

        return given.ToJsonString();
    }

    private static JsonObject Claim(Dice dice)
    {
        var claim = new JsonObject { ["policy"] = dice.Pick("a", "b", "c", "d"), ["order"] = dice.Below(3) };
        if (dice.Chance(50))
        {
            claim["keep"] = dice.Chance(20) ? "forEver" : dice.Below(10);
        }

        if (dice.Chance(40))
        {
            claim["delete"] = dice.Below(10);
        }

        foreach ((string name, int percent) in new[] { ("always", 8), ("stop", 20) })
        {
            if (dice.Chance(percent))
            {
                claim[name] = true;
            }
        }

        if (dice.Chance(5))
        {
            claim["error"] = "form-gone";
        }

        return claim;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityKit.Reference.Retention;

/// <summary>The executable specification of retention, docs/retention.md R1 to R10: it walks through the days and asks each whether the interaction goes.</summary>
public static class ReferenceRetention
{
    private const int LastDay = 1000;

    /// <summary>The day on which the interaction is due, whether it may be deleted now, and whether policies contradict each other.</summary>
    public static JsonObject Run(JsonElement given)
    {
        // R1: a claim that is there twice, word for word, counts where it stands first.
        List<Claim> claims = [.. given.GetProperty("claims").EnumerateArray().DistinctBy(one => one.GetRawText()).Select(one => new Claim(one))];
        claims = [.. claims.OrderBy(claim => claim.Order).ThenBy(claim => claim.Policy, StringComparer.Ordinal)];
        string resolver = given.GetProperty("resolver").GetString()!;
        bool hasError = claims.Any(claim => claim.HasError);
        int? due = hasError ? null : Enumerable.Range(0, LastDay + 1).Select(day => (int?)day).FirstOrDefault(day => Goes(given, resolver, claims, day!.Value));
        bool isHeld = given.TryGetProperty("holds", out JsonElement holds) && holds.GetArrayLength() > 0;
        return new JsonObject
        {
            ["due"] = due,
            ["deletable"] = due <= given.GetProperty("now").GetInt32() && !isHeld && !hasError,
            ["conflict"] = !hasError && HasConflict(resolver, claims),
        };
    }

    // R7: the maximum ends every keeping; R8: open work defers every deletion.
    private static bool Goes(JsonElement given, string resolver, List<Claim> claims, int day)
    {
        bool isNeeded = given.TryGetProperty("work", out JsonElement work) && work.EnumerateArray().Any(one => one.GetProperty("until").GetInt32() > day);
        bool isTooOld = given.TryGetProperty("maximum", out JsonElement maximum) && day >= maximum.GetInt32();
        return !isNeeded && (isTooOld || resolver switch
        {
            "strongest" => GoesByStrongest(claims, day),
            "genesysCloud" => GoesByGenesysCloud(claims, day),
            _ => GoesByStrongest(Acting(claims), day),
        });
    }

    private static bool GoesByStrongest(List<Claim> claims, int day)
    {
        if (claims.Any(claim => claim.Always))
        {
            return true;
        }

        bool somebodyKeeps = claims.Any(claim => claim.Keep > day);
        bool somebodyDeletes = claims.Any(claim => claim.Delete <= day);
        bool nobodyLimits = claims.All(claim => claim.Delete is null) && claims.Any(claim => claim.Keep is not null);
        return !somebodyKeeps && (somebodyDeletes || nobodyLimits);
    }

    private static bool GoesByGenesysCloud(List<Claim> claims, int day)
    {
        List<int> days = [.. claims.Select(claim => claim.Keep).OfType<int>()];
        return claims.Any(claim => claim.Always)
            || (days.Any(keep => keep < int.MaxValue) && days.All(keep => keep == int.MaxValue || keep <= day))
            || (days.Count == 0 && claims.Any(claim => claim.Delete <= day));
    }

    // The policies act in turn; what the last one did stands.
    private static List<Claim> Acting(List<Claim> claims)
    {
        List<Claim> standing = [];
        foreach (Claim claim in claims)
        {
            standing = claim.Keep is null && claim.Delete is null && !claim.Always ? standing : [claim];
            if (claim.Stop)
            {
                break;
            }
        }

        return standing;
    }

    private static bool HasConflict(string resolver, List<Claim> claims)
    {
        List<Claim> acting = resolver == "strongest" ? claims : resolver == "ordered" ? Acting(claims) : [];
        return !acting.Any(claim => claim.Always) && acting.Any(keeps => acting.Any(deletes => keeps.Keep > deletes.Delete));
    }

    private sealed class Claim(JsonElement json)
    {
        public string Policy { get; } = json.GetProperty("policy").GetString()!;

        public int Order { get; } = json.TryGetProperty("order", out JsonElement order) ? order.GetInt32() : 0;

        /// <summary>Days to keep; the largest number is for ever.</summary>
        public int? Keep { get; } = json.TryGetProperty("keep", out JsonElement keep) ? keep.ValueKind == JsonValueKind.String ? int.MaxValue : keep.GetInt32() : null;

        public int? Delete { get; } = json.TryGetProperty("delete", out JsonElement delete) ? delete.GetInt32() : null;

        public bool Always { get; } = json.TryGetProperty("always", out _);

        public bool Stop { get; } = json.TryGetProperty("stop", out _);

        public bool HasError { get; } = json.TryGetProperty("error", out _);
    }
}

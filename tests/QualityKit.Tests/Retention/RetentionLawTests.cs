using System.Text.Json;
using QualityKit.Reference.Retention;
using QualityKit.Retention;
using QualityKit.Tests.Scoring;

namespace QualityKit.Tests.Retention;

/// <summary>What holds for every set of policies.</summary>
public sealed class RetentionLawTests
{
    private const int Cases = 5_000;

    [Fact]
    public void Order_and_duplicates_do_not_matter_outside_ordered() => Holds((one, resolver, random) =>
    {
        RetentionCase shuffled = one with { Claims = [.. one.Claims.Concat(one.Claims.Take(2)).OrderBy(_ => random.Next())] };
        return resolver == RetentionResolver.Ordered || Same(resolver.Resolve(one), resolver.Resolve(shuffled));
    });

    [Fact]
    public void Adding_a_hold_deletes_nothing_and_releasing_it_gives_the_old_date_back() => Holds((one, resolver, _) =>
    {
        RetentionDecision before = resolver.Resolve(one);
        RetentionDecision held = resolver.Resolve(one with { Holds = [.. one.Holds, new("more")] });
        return !held.AllowsDeletion(DateTimeOffset.MaxValue) && held.Due == before.Due;
    });

    [Fact]
    public void Adding_a_policy_that_keeps_never_brings_forward_what_others_decided_except_under_delete_always() => Holds((one, resolver, random) =>
    {
        RetentionDecision before = resolver.Resolve(one);
        RetentionClaim keeps = new() { Policy = "added", KeepAtLeast = random.Next(5) == 0 ? RetentionPeriod.ForEver : RetentionPeriod.Days(random.Next(15)) };
        RetentionDecision after = resolver.Resolve(one with { Claims = [.. one.Claims, keeps] });
        return resolver != RetentionResolver.StrongestRetention
            || one.Claims.All(claim => claim is { KeepAtLeast: null, DeleteAfter: null })
            || one.Claims.Any(claim => claim.DeletesAlways)
            || (after.Due ?? DateTimeOffset.MaxValue) >= (before.Due ?? DateTimeOffset.MaxValue);
    });

    [Fact]
    public void For_ever_is_never_due_under_the_strongest_except_by_always_or_the_maximum() => Holds((one, _, _) =>
        one.Claims.Any(claim => claim.DeletesAlways) || !one.Maximum.IsForEver
        || RetentionResolver.StrongestRetention.Resolve(one with { Claims = [.. one.Claims, new() { Policy = "z", KeepAtLeast = RetentionPeriod.ForEver }] }).Due is null);

    [Fact]
    public void A_policy_that_errs_never_deletes() => Holds((one, resolver, _) =>
    {
        RetentionDecision decision = resolver.Resolve(one with { Claims = [.. one.Claims, new() { Policy = "broken", DeletesAlways = true, Error = "form-gone" }] });
        return decision.Due is null && !decision.AllowsDeletion(DateTimeOffset.MaxValue) && decision.Determined.Contains("broken");
    });

    [Fact]
    public void Nothing_outlives_the_maximum_but_what_is_held_needed_or_broken() => Holds((one, resolver, _) =>
        one.Claims.Any(claim => claim.Error is not null) || one.Maximum.IsForEver || !one.Work.IsEmpty
        || resolver.Resolve(one).Due <= one.Maximum.After(one.From));

    [Fact]
    public void Every_policy_that_asked_determined_or_lost() => Holds((one, resolver, _) =>
    {
        RetentionDecision decision = resolver.Resolve(one);
        return decision.Determined.IsEmpty || !decision.Errors.IsEmpty || one.Claims
            .Where(claim => claim.KeepAtLeast is not null || claim.DeleteAfter is not null || claim.DeletesAlways)
            .All(claim => decision.Determined.Contains(claim.Policy) != decision.Losses.Any(loss => loss.Policy == claim.Policy));
    });

    private static void Holds(Func<RetentionCase, RetentionResolver, Random, bool> law)
    {
        for (long seed = GeneratedCases.Seed; seed < GeneratedCases.Seed + GeneratedCases.Count(Cases); seed++)
        {
            string json = RetentionGenerator.Case(seed);
            JsonElement given = JsonDocument.Parse(json).RootElement;
            Assert.True(law(RetentionRun.CaseOf(given), RetentionRun.ResolverOf(given), new Random((int)(seed & int.MaxValue))), $"QUALITYKIT_SEED={seed}: {json}");
        }
    }

    private static bool Same(RetentionDecision one, RetentionDecision other) =>
        (one.Due, one.ArchiveAt) == (other.Due, other.ArchiveAt)
        && one.Determined.SequenceEqual(other.Determined) && one.Losses.SequenceEqual(other.Losses)
        && one.Conflicts.SequenceEqual(other.Conflicts) && one.Errors.SequenceEqual(other.Errors);
}

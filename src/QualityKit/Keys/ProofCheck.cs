using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>Whether a proof shows that a key wraps nothing.</summary>
internal static class ProofCheck
{
    /// <summary>Everything that is wrong with a proof; nothing when it holds.</summary>
    public static ImmutableArray<Issue> Of(KeySituation at, RingKeyId key, ReferenceProof proof)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        if (proof.Key != key || proof.Revision != at.Ring.Revision)
        {
            issues.Add(KeyOutcome.IssueOf(IssueCodes.ProofOfSomethingElse, ("key", key), ("revision", at.Ring.Revision)));
        }

        if (proof.References != 0 || proof.EnvelopesRead < 0)
        {
            issues.Add(KeyOutcome.IssueOf(IssueCodes.KeyStillNeeded, ("key", key), ("count", proof.References)));
        }

        if (proof.At > at.Now || at.Now - proof.At > at.Policy.ProofLifetime)
        {
            issues.Add(KeyOutcome.IssueOf(IssueCodes.ProofNotFresh, ("at", InstantText.Write(proof.At))));
        }

        return issues.ToImmutable();
    }
}

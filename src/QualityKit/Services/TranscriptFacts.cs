using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Auditing;
using QualityKit.Interactions;

namespace QualityKit.Services;

/// <summary>What the audit says of a transcript, and the receipt that is made of it: the same whenever the command comes again.</summary>
internal static class TranscriptFacts
{
    public const string Transcript = "transcript";
    public const string Version = "version";
    public const string Digest = "digest";
    public const string Redacted = "redacted";
    public const string Destroyed = "destroyed";
    public const string Sealed = "sealed";

    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static TranscriptReceipt ReceiptOf(InteractionId interaction, ImmutableArray<AuditFact> facts)
    {
        int Number(string name) => int.Parse(facts.FirstOrDefault(fact => fact.Name == name)?.Value ?? "0", CultureInfo.InvariantCulture);
        return new()
        {
            Interaction = interaction,
            Transcript = new(facts.Single(fact => fact.Name == Transcript).Value),
            Version = Number(Version),
            Redacted = Number(Redacted),
            Destroyed = Number(Destroyed),
            Sealed = Number(Sealed),
            HasChanged = true,
        };
    }
}

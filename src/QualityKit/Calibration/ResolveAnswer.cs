using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Calibration;

/// <summary>Records the answer to a question that all who took part agreed on, and why.</summary>
public sealed record ResolveAnswer
{
    /// <summary>Names this attempt.</summary>
    public required CommandId Id { get; init; }

    /// <summary>An interaction of the session.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The key of a question that earns points.</summary>
    public required string Question { get; init; }

    /// <summary>The answer, N/A too. Given again, it takes the place of the one before.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Why, 1 to 10,000 characters. It is personal content: kept apart, and erased with the person whom the interaction is about.</summary>
    public required string Reason { get; init; }

    /// <summary>What the digest of the reason is salted with; where it is left out, the service makes one.</summary>
    public ContentSalt Salt { get; init; }
}

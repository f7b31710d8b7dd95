using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Calibration;

/// <summary>The answer to a question that all agreed on, as it is kept.</summary>
public sealed record ResolvedAnswer
{
    /// <summary>The interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Why; the text is kept apart.</summary>
    public required ContentRef Reason { get; init; }

    /// <summary>Who recorded it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

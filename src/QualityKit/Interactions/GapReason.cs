namespace QualityKit.Interactions;

/// <summary>Why a stretch of an interaction was not recorded.</summary>
public enum GapReason
{
    /// <summary>Recording was paused so that something secret could be said, such as a card number.</summary>
    SecurePause = 0,

    /// <summary>The customer was on hold, and holds are not recorded.</summary>
    Hold = 1,

    /// <summary>It was recorded and lost, or should have been recorded and was not.</summary>
    Loss = 2,
}

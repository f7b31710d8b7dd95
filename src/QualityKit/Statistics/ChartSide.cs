namespace QualityKit.Statistics;

/// <summary>On which side of its limits something lies.</summary>
public enum ChartSide
{
    /// <summary>Within the limits: what is seen is what chance gives.</summary>
    Within,

    /// <summary>Below: a drop.</summary>
    Below,

    /// <summary>Above: a rise.</summary>
    Above,
}

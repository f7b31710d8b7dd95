namespace QualityKit.Services;

/// <summary>The names under which activities and metrics are found; docs/hosting.md lists them.</summary>
public static class QualityKitDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: <c>QualityKit</c>.</summary>
    public const string ActivitySourceName = "QualityKit";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>: <c>QualityKit</c>.</summary>
    public const string MeterName = "QualityKit";
}

namespace QualityKit.Tests.Forms;

/// <summary>Every way to be wrong, by its name.</summary>
internal static class BadForms
{
    public static IReadOnlyList<BadForm> All { get; } =
    [
        .. BadHeads.All, .. BadMethods.All, .. BadMarks.All, .. BadBands.All, .. BadRules.All, .. BadSettings.All,
        .. BadItems.All, .. BadOptions.All, .. BadRanges.All, .. BadDefaults.All, .. BadConditions.All, .. BadPoints.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(form => form.Name)];

    public static BadForm Named(string name) => All.Single(form => form.Name == name);
}

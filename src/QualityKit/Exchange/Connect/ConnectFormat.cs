using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Methods;

namespace QualityKit.Exchange.Connect;

/// <summary>What Amazon Connect calls things, and what it assumes where a form says nothing.</summary>
internal static class ConnectFormat
{
    public const string Name = "Amazon Connect";

    /// <summary>The points of the best option where questions or sections have weights.</summary>
    public const int Scale = 10;

    public const int LongestRefId = 40;
    public const int LongestTextAnswer = 300;
    public const string NeedsImprovement = "Needs improvement";
    public const string ExceedsExpectations = "Exceeds expectations";

    public static NameTable<ConnectMode> Modes { get; } = new(
        (ConnectMode.Questions, "QUESTION_ONLY"),
        (ConnectMode.Sections, "SECTION_ONLY"),
        (ConnectMode.Points, "POINTS_BASED"));

    public static ImmutableArray<string> Languages { get; } =
        ["de-DE", "en-US", "es-ES", "fr-FR", "it-IT", "ja-JP", "ko-KR", "ms-MY", "pt-BR", "zh-CN"];

    /// <summary>The scoring method of a mode.</summary>
    public static ScoringMethod Method(ConnectMode mode) => mode switch
    {
        ConnectMode.Sections => VendorMethods.AmazonConnectSections,
        ConnectMode.Points => VendorMethods.AmazonConnectPoints,
        _ => VendorMethods.AmazonConnectQuestions,
    };
}

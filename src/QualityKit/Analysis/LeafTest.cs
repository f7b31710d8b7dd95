using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>A condition that looks at one question.</summary>
/// <param name="Condition">What it says.</param>
/// <param name="Test">The same, ready to be tested.</param>
internal sealed record LeafTest(Condition Condition, ConditionTest Test);

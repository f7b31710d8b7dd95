using QualityKit.Forms;

namespace QualityKit.Tests.Forms;

/// <summary>A change of one thing in a form.</summary>
/// <param name="Code">How it is told.</param>
/// <param name="Effect">What it can do.</param>
/// <param name="Pointer">Where it is.</param>
/// <param name="Told">How many changes are told in all.</param>
internal sealed record ChangeCase(string Code, FormChangeEffect Effect, string Pointer, FormDraft Before, FormDraft After, int Told);

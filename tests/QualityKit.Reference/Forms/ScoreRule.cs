using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>A rule after the sum (S13): for the named group, or for the form when there is none.</summary>
internal sealed record ScoreRule(string? Group, JsonElement? When, string Effect, ExactNumber Amount);

using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>A question that is already written, so that a condition may look at it.</summary>
internal sealed record EarlierQuestion(JsonObject Json, bool CanBeNotApplicable)
{
    public string Key => Json["key"]!.GetValue<string>();

    public string Kind => Json["type"]!.GetValue<string>();
}

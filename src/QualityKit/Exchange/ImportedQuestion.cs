using QualityKit.Forms;

namespace QualityKit.Exchange;

/// <summary>A question of the document that conditions may look at.</summary>
/// <param name="Question">What it became.</param>
/// <param name="Options">The keys of its options by what the document calls them: identifiers or positions.</param>
internal sealed record ImportedQuestion(Question Question, IReadOnlyDictionary<string, string> Options)
{
    public string Key => Question.Key;
}

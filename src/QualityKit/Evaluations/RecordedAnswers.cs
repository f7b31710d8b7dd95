using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Scoring;

namespace QualityKit.Evaluations;

/// <summary>Answers as a version keeps them: every text is kept apart, and a mark stands where it was.</summary>
/// <remarks>So the answers can be scored for ever, also after their texts were erased.</remarks>
public sealed record RecordedAnswers
{
    /// <summary>The answers, with <c>…</c> for every text.</summary>
    public required AnswerSheet Sheet { get; init; }

    /// <summary>The texts that were there.</summary>
    public ImmutableArray<AnswerText> Texts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The moments that answers are about.</summary>
    public ImmutableArray<AnswerMoment> Moments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The answers with their texts; a text that is not given, because it was erased or hidden, stays a mark.</summary>
    /// <exception cref="ArgumentException">A content is not what its digest says.</exception>
    public AnswerSheet Restore(IEnumerable<PersonalContent> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var byId = contents.ToDictionary(content => content.Id);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AnswerText text in Texts)
        {
            if (byId.TryGetValue(text.Content.Id, out PersonalContent? content))
            {
                texts[text.Pointer] = content.Matches(text.Content)
                    ? content.Text
                    : throw new ArgumentException($"the content `{content.Id}` is not what its digest says", nameof(contents));
            }
        }

        return AnswerTexts.Map(Sheet, (pointer, text) => texts.GetValueOrDefault(pointer, text));
    }
}

using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Items;

/// <summary>Options of a choice as cases print them.</summary>
internal static class Choice
{
    /// <summary>The options; a choice of one, which a form cannot have, gets a second option of the same worth that nobody takes.</summary>
    public static ImmutableArray<ChoiceOption> Of(IEnumerable<ChoiceOption> options)
    {
        ImmutableArray<ChoiceOption> all = [.. options];
        return all is [var only]
            ? [only, new() { Key = only.Key + ".other", Text = only.Text, Points = only.Points, IsBonus = only.IsBonus }]
            : all;
    }
}

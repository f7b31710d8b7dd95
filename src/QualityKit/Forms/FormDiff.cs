using System.Collections.Immutable;
using System.Text;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>What changed between two versions of a form, in words a quality manager uses.</summary>
/// <remarks>Groups and questions are matched by key wherever they are, options by key in their question, bands by name, links by target,
/// ranges and rules by what they say and then by position. It is empty exactly when the forms differ in nothing but the number of the version.</remarks>
public sealed class FormDiff
{
    private static readonly ImmutableArray<(FormChangeEffect Effect, string Code)> Sections =
    [
        (FormChangeEffect.Scores, "changes.scores"),
        (FormChangeEffect.Wording, "changes.wording"),
        (FormChangeEffect.Workflow, "changes.workflow"),
    ];

    private FormDiff(EvaluationForm before, EvaluationForm after)
    {
        Before = before;
        After = after;
        var changes = new ChangeList();
        new HeadComparison(changes, before, after).Compare();
        new ItemComparison(changes, before, after).Compare();
        Changes = changes.ToImmutable();
    }

    /// <summary>The earlier form.</summary>
    public EvaluationForm Before { get; }

    /// <summary>The later form.</summary>
    public EvaluationForm After { get; }

    /// <summary>Every change: first those of the form as a whole, then groups and questions in the order of the later form, then what was removed.</summary>
    public ImmutableArray<FormChange> Changes { get; }

    /// <summary>Whether nothing changed but the number of the version.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>Whether any change can change a score, an outcome or a band.</summary>
    public bool CanChangeScores => Changes.Any(change => change.Effect == FormChangeEffect.Scores);

    /// <summary>Compares two forms; usually versions of one, but any two can be compared.</summary>
    public static FormDiff Between(EvaluationForm before, EvaluationForm after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after);
    }

    /// <summary>The changes for people: those that can change scores first, then those of wording, then those of workflow, a line each.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null)
    {
        MessageCatalogue words = catalogue ?? MessageCatalogue.English;
        var text = new StringBuilder();
        foreach ((FormChangeEffect effect, string code) in Sections)
        {
            FormChange[] changes = [.. Changes.Where(change => change.Effect == effect)];
            if (changes.Length > 0)
            {
                text.Append(words.Format(code, [])).Append('\n');
            }

            foreach (FormChange change in changes)
            {
                text.Append("  ").Append(change.ToText(words)).Append('\n');
            }
        }

        return text.Length == 0 ? words.Format("changes.none", []) + "\n" : text.ToString();
    }

    /// <summary>The changes in English.</summary>
    public override string ToString() => ToText();
}

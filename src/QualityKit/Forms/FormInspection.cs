using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>A draft being checked: what it says, where its items are, and the issues found so far.</summary>
internal sealed class FormInspection
{
    private readonly Dictionary<int, HashSet<string>?> _options = [];

    public FormInspection(FormDraft draft, FormOutline outline, IssueList issues)
    {
        Draft = draft;
        Outline = outline;
        Issues = issues;
        Method = Complete(draft.Method ?? ScoringMethod.Default);
        Conditions = new ItemConditions(outline);
    }

    public FormDraft Draft { get; }

    public FormOutline Outline { get; }

    public IssueList Issues { get; }

    /// <summary>The method of the draft, with defaults for parts that are missing.</summary>
    public ScoringMethod Method { get; }

    public ItemConditions Conditions { get; }

    /// <summary>The keys of the options of the question at a position; null when its kind has none.</summary>
    public HashSet<string>? OptionsAt(int position)
    {
        if (!_options.TryGetValue(position, out HashSet<string>? keys))
        {
            keys = OptionRules.KeysOf((Question)Outline.Places[position].Item!);
            _options.Add(position, keys);
        }

        return keys;
    }

    private static ScoringMethod Complete(ScoringMethod method) => method with
    {
        Value = method.Value ?? QuestionValue.OfMaximum,
        Combination = method.Combination ?? Combination.GroupWeights(),
        Selection = method.Selection ?? Selection.All,
        Rounding = method.Rounding ?? Rounding.Default,
    };
}

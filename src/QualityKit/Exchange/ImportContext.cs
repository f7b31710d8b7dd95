using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>What is known while a document is turned into a form: its parts, their keys, the conditions that wait until all questions are known.</summary>
internal sealed class ImportContext(LossReport losses)
{
    private readonly KeyMaker _groups = new("group");
    private readonly KeyMaker _questions = new("question");
    private readonly Dictionary<(bool IsGroup, string Key), Func<Condition?>> _conditions = [];
    private readonly Dictionary<(bool IsGroup, string Key), string> _pointers = [];
    private readonly ImmutableArray<ImportedPart>.Builder _parts = ImmutableArray.CreateBuilder<ImportedPart>();

    public LossReport Losses { get; } = losses;

    /// <summary>The questions by what the document calls them.</summary>
    public Dictionary<string, ImportedQuestion> Questions { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<ImportedPart> Parts => _parts.ToImmutable();

    /// <summary>The key of a group, of which the first identifier that can be one is taken.</summary>
    public string GroupKey(SourceObject source, string title, ImmutableArray<string> ids, string? preferred)
    {
        string key = Made(_groups, source, title, preferred);
        _pointers[(true, key)] = source.Pointer;
        Add(ImportedPartKind.Group, source, ids, key);
        return key;
    }

    /// <summary>The key of a group that the document does not have.</summary>
    public string LooseGroupKey(string title) => _groups.Make(null, title);

    /// <summary>The key of a question.</summary>
    public string QuestionKey(SourceObject source, string text, ImmutableArray<string> ids, string? preferred)
    {
        string key = Made(_questions, source, text, preferred);
        _pointers[(false, key)] = source.Pointer;
        Add(ImportedPartKind.Question, source, ids, key);
        return key;
    }

    /// <summary>The key of a block of text that was no item of its own in the document.</summary>
    public string BlockKey(string stem) => _questions.Make(stem, stem);

    /// <summary>The key of an option among those of its question.</summary>
    public string OptionKey(KeyMaker keys, SourceObject source, string text, ImmutableArray<string> ids, (string? Preferred, string Question) named)
    {
        string key = Made(keys, source, text, named.Preferred);
        Add(ImportedPartKind.Option, source, ids, key, named.Question);
        return key;
    }

    public void Add(ImportedPartKind kind, SourceObject source, ImmutableArray<string> ids, string key, string? question = null) =>
        _parts.Add(new() { Kind = kind, Pointer = source.Pointer, SourceIds = ids, Key = key, QuestionKey = question });

    /// <summary>A condition that is read when all questions are known.</summary>
    public void Later(bool isGroup, string key, Func<Condition?> read) => _conditions[(isGroup, key)] = read;

    /// <summary>Says of a condition of which something is left, but not everything, that the item is shown when the rest says so.</summary>
    public static void ReportLostParts(SourceObject condition, string operation, (int Left, int All) parts)
    {
        if (parts.Left > 0 && parts.Left < parts.All)
        {
            condition.Lose(IssueCodes.ConditionPartLeftOut, null, ("operator", Quoted.Short(operation)));
        }
    }

    /// <summary>The groups with their conditions.</summary>
    public ImmutableArray<Group> WithConditions(ImmutableArray<Group> groups) => [.. groups.Select(group => (Group)WithCondition(group))];

    /// <summary>Says of every error that publishing the draft would give that it will come.</summary>
    public void Foretell(FormDraft draft)
    {
        foreach (Issue issue in draft.Check().Where(issue => issue.Severity == Severity.Error))
        {
            Losses.Add(IssueCodes.ImportBreaksRule, SourceOf(draft, issue.Pointer), ("code", issue.Code), ("message", issue.Message), ("place", issue.Pointer));
        }
    }

    /// <summary>Reports a form that is larger than forms may be.</summary>
    public void CheckSize(Place root)
    {
        int questions = _pointers.Keys.Count(item => !item.IsGroup);
        if (questions > FormSize.MostQuestions)
        {
            root.Report(IssueCodes.JsonTooManyQuestions, ("count", questions), ("limit", FormSize.MostQuestions));
        }

        int groups = _pointers.Count - questions;
        if (groups > FormSize.MostGroups)
        {
            root.Report(IssueCodes.JsonTooManyGroups, ("count", groups), ("limit", FormSize.MostGroups));
        }
    }

    private static string Made(KeyMaker keys, SourceObject source, string text, string? preferred)
    {
        string key = keys.Make(preferred, text);
        if (preferred is not null && key != preferred)
        {
            source.Lose(IssueCodes.KeyChanged, null, ("id", Quoted.Short(preferred)), ("key", key));
        }

        return key;
    }

    private FormItem WithCondition(FormItem item)
    {
        FormItem whole = item is Group group ? group with { Items = [.. group.Items.Select(WithCondition)] } : item;
        return _conditions.TryGetValue((whole.IsGroup, whole.Key), out Func<Condition?>? read) ? whole with { VisibleWhen = read() } : whole;
    }

    // The pointer of the innermost item on the way that the document has.
    private string SourceOf(FormDraft draft, string pointer)
    {
        string source = "";
        ImmutableArray<FormItem> items = draft.Groups.CastArray<FormItem>();
        string[] segments = pointer.Split('/');
        for (int segment = 1; segment + 1 < segments.Length && segments[segment] is "groups" or "items"; segment += 2)
        {
            FormItem item = items[int.Parse(segments[segment + 1], System.Globalization.CultureInfo.InvariantCulture)];
            source = _pointers.GetValueOrDefault((item.IsGroup, item.Key), source);
            items = item is Group group ? group.Items : [];
        }

        return source;
    }
}

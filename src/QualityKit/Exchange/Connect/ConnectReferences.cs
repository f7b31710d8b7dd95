using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Connect;

/// <summary>Keys as reference ids: at most 40 characters, and sections and questions share them.</summary>
internal sealed class ConnectReferences
{
    private readonly EvaluationForm _form;
    private readonly Dictionary<(bool IsGroup, string Key), string> _items = [];
    private readonly Dictionary<(string Question, string Option), string> _options = [];

    public ConnectReferences(EvaluationForm form)
    {
        _form = form;
        var keys = new KeyMaker("item", ConnectFormat.LongestRefId);
        foreach (FormItem item in form.Index.Groups.Select(place => (FormItem)place.Group).Concat(form.Questions))
        {
            _items[(item.IsGroup, item.Key)] = keys.Make(item.Key, item.Key);
            RememberOptions(item);
        }
    }

    public string OfGroup(string key) => _items[(true, key)];

    public string OfQuestion(string key) => _items[(false, key)];

    public string OfOption(string question, string option) => _options[(question, option)];

    /// <summary>The section that a question is directly in.</summary>
    public string SectionOf(string question) =>
        OfGroup(_form.Index.Groups[_form.Index.QuestionGroups[_form.Index.QuestionAt(question)]].Group.Key);

    /// <summary>Which group a failure of a question reaches, by its position; -1 for the form.</summary>
    public int ReachOf(string question, FailureScope scope) => scope.Kind switch
    {
        FailureScopeKind.Form => -1,
        FailureScopeKind.NamedGroup => _form.Index.GroupAt(scope.GroupKey!),
        _ => _form.Index.QuestionGroups[_form.Index.QuestionAt(question)],
    };

    /// <summary>Whether the group at a position is the one at another or lies in it; everything lies in the form.</summary>
    public bool IsIn(int group, int other) =>
        other < 0 || (group >= other && group < _form.Index.Groups[other].EndGroup);

    /// <summary>The identifier of a part whose key is written; that it differs becomes a loss.</summary>
    public static string Written(SourceObject source, string key, string refId)
    {
        source.Take("key");
        if (refId != key)
        {
            source.Lose(IssueCodes.KeyChanged, "key", ("id", Quoted.Short(key)), ("key", refId));
        }

        return refId;
    }

    private void RememberOptions(FormItem item)
    {
        IEnumerable<string> options = item switch
        {
            ChoiceQuestion choice => choice.Options.Select(option => option.Key),
            MultiSelectQuestion multiple => multiple.Options.Select(option => option.Key),
            _ => [],
        };
        var keys = new KeyMaker("option", ConnectFormat.LongestRefId);
        foreach (string option in options)
        {
            _options[(item.Key, option)] = keys.Make(option, option);
        }
    }
}

using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Sdc;

/// <summary>Keys as link ids, which groups, questions and help texts share.</summary>
internal sealed class SdcLinkIds
{
    private readonly Dictionary<(bool IsGroup, string Key), string> _ids = [];

    public SdcLinkIds(EvaluationForm form)
    {
        var keys = new KeyMaker("item");
        foreach (FormItem item in form.Questions.Concat(form.Index.Groups.Select(place => (FormItem)place.Group)))
        {
            _ids[(item.IsGroup, item.Key)] = keys.Make(item.Key, item.Key);
        }
    }

    public string OfQuestion(string key) => _ids[(false, key)];

    /// <summary>The link id of an item that is written; that it differs from its key becomes a loss.</summary>
    public string Written(FormItem item, SourceObject source)
    {
        source.Take("key");
        string linkId = _ids[(item.IsGroup, item.Key)];
        if (linkId != item.Key)
        {
            source.Lose(IssueCodes.KeyChanged, "key", ("id", Quoted.Short(item.Key)), ("key", linkId));
        }

        return linkId;
    }
}

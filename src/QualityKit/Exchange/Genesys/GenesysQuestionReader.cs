using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Genesys;

/// <summary>Reads a question of Genesys Cloud.</summary>
internal sealed class GenesysQuestionReader(ImportContext context, SourceObject source)
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private string _key = "";
    private string _text = "";

    /// <summary>Reads the question; its condition is read when all questions are known.</summary>
    /// <param name="prefill">What the group prefills its questions with.</param>
    public ImportedQuestion Read(DefaultAnswer prefill)
    {
        _text = source.RequiredText("text");
        (ImmutableArray<string> ids, string? contextId) = GenesysFormReader.Ids(source);
        _key = context.QuestionKey(source, _text, ids, contextId);
        source.LeaveOut("automatedScoringFocus");
        string kind = Kind();
        LeaveOutAnswers(kind);
        Question question = kind switch
        {
            GenesysFormat.MultipleSelect => Scored(MultipleSelect(), prefill),
            GenesysFormat.NetPromoter => Scored(NetPromoter(), DefaultAnswer.None),
            GenesysFormat.FreeText => FreeText(),
            GenesysFormat.ReadOnlyText => ReadOnlyText(),
            _ => Scored(MultipleChoice(), prefill),
        };
        return new(question with { Help = source.Text("helpText") is { } help ? LocalizedText.From(help) : null }, _places);
    }

    private string Kind()
    {
        string inferred = HasAny("multipleSelectOptionQuestions") ? GenesysFormat.MultipleSelect : GenesysFormat.MultipleChoice;
        string? stated = source.Text("type");
        switch (stated)
        {
            case GenesysFormat.MultipleChoice or GenesysFormat.MultipleSelect or GenesysFormat.FreeText
                or GenesysFormat.NetPromoter or GenesysFormat.ReadOnlyText:
                return stated;
            case not null:
                source.Lose(IssueCodes.ValueReplaced, "type", ("member", "type"), ("value", Quoted.Short(stated)), ("used", inferred));
                break;
        }

        return inferred;
    }

    // Some clients write a list of nothing where they have none.
    private bool HasAny(string list) => source.Peek(list) is { } value && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    private void LeaveOutAnswers(string kind)
    {
        LeaveOutAnswers("answerOptions", kind == GenesysFormat.MultipleChoice);
        LeaveOutAnswers("multipleSelectOptionQuestions", kind == GenesysFormat.MultipleSelect);
    }

    private void LeaveOutAnswers(string list, bool isUsed)
    {
        if (!isUsed && HasAny(list))
        {
            source.LeaveOut(list);
        }
        else
        {
            source.Take(list);
        }
    }

    // What may be marked N/A may be left unanswered: Genesys marks it then.
    private ScoredQuestion Scored(ScoredQuestion question, DefaultAnswer prefill)
    {
        bool allows = source.Flag("naEnabled");
        return question with
        {
            AllowsNotApplicable = allows,
            IsRequired = !allows,
            Comment = Comment(),
            IsFatal = source.Flag("isKill"),
            IsCritical = source.Flag("isCritical"),
            Default = Default(question, allows, prefill),
        };
    }

    private CommentRule Comment() => source.Flag("commentsRequired") ? CommentRule.Always : CommentRule.Never;

    // A group's N/A is no prefill for a question that cannot be marked.
    private DefaultAnswer Default(ScoredQuestion question, bool allowsNotApplicable, DefaultAnswer prefill)
    {
        DefaultAnswer ofGroup = prefill == DefaultAnswer.NotApplicable && !allowsNotApplicable ? DefaultAnswer.None : prefill;
        if (source.Object("defaultAnswer") is not { } own)
        {
            return ofGroup;
        }

        if (own.Flag("notApplicable"))
        {
            own.LeaveOut("id");
            return DefaultAnswer.NotApplicable;
        }

        if (own.Text("id") is not { } id)
        {
            return ofGroup;
        }

        if (question is ChoiceQuestion && _ids.TryGetValue(id, out string? option))
        {
            return DefaultAnswer.Options(option);
        }

        own.Lose(IssueCodes.ReferenceLeadsNowhere, "id", ("reference", Quoted.Short(id)));
        return ofGroup;
    }

    private ChoiceQuestion MultipleChoice()
    {
        var keys = new KeyMaker("option");
        return new() { Key = _key, Text = _text, Options = [.. source.RequiredObjects("answerOptions").Select((answer, place) => Option(answer, place, keys))] };
    }

    private ChoiceOption Option(SourceObject answer, int place, KeyMaker keys)
    {
        string text = answer.RequiredText("text");
        (ImmutableArray<string> ids, string? contextId) = GenesysFormReader.Ids(answer);
        string key = context.OptionKey(keys, answer, text, ids, (contextId, _key));
        Remember(key, place, ids);
        answer.LeaveOut("builtInType", "assistanceConditions");
        return new() { Key = key, Text = text, Points = GenesysOptionReader.Points(answer) };
    }

    private MultiSelectQuestion MultipleSelect()
    {
        var keys = new KeyMaker("option");
        return new()
        {
            Key = _key,
            Text = _text,
            Options = [.. source.RequiredObjects("multipleSelectOptionQuestions").Select(option => GenesysOptionReader.Read(option, context, keys, _key))],
        };
    }

    // The product gives it no points in an evaluation.
    private NumberQuestion NetPromoter()
    {
        source.Lose(IssueCodes.QuestionTurned, "type", ("from", GenesysFormat.NetPromoter), ("to", "number"));
        return new() { Key = _key, Text = _text, Ranges = [new() { Minimum = 0, Maximum = 10 }], IsExcluded = true };
    }

    private TextQuestion FreeText()
    {
        DropFlags("isKill", "isCritical", "defaultAnswer");
        return new() { Key = _key, Text = _text, AllowsNotApplicable = source.Flag("naEnabled"), Comment = Comment() };
    }

    private InformationBlock ReadOnlyText()
    {
        DropFlags("isKill", "isCritical", "naEnabled", "commentsRequired", "defaultAnswer");
        return new() { Key = _key, Text = _text };
    }

    // What is off has no meaning, and what is on has none here.
    private void DropFlags(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (source.Take(name) is { ValueKind: not JsonValueKind.False })
            {
                source.LeaveOut(name);
            }
        }
    }

    private void Remember(string key, int place, ImmutableArray<string> ids)
    {
        _places[place.ToString(CultureInfo.InvariantCulture)] = key;
        foreach (string id in ids)
        {
            _ids.TryAdd(id, key);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Sdc;

/// <summary>Reads a question of a FHIR questionnaire.</summary>
internal sealed class SdcQuestionReader(ImportContext context, SdcExtensions extensions, SourceObject source)
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _initial = [];
    private bool _isScored;

    /// <summary>The keys of the options by their codes and texts.</summary>
    public IReadOnlyDictionary<string, string> Options => _options;

    public Question Read(string type, string key, LocalizedText text)
    {
        if (type == "display")
        {
            SdcItemReader.LoseWhenOn(source, "required", "repeats", "readOnly");
            source.LeaveOut("answerOption", "answerValueSet", "initial", "maxLength");
            return new InformationBlock { Key = key, Text = text };
        }

        AnswerableQuestion question = Kind(type, key, text);
        SdcItemReader.LoseWhenOn(source, "readOnly");
        if (question is not MultiSelectQuestion)
        {
            SdcItemReader.LoseWhenOn(source, "repeats");
        }

        question = question with { IsRequired = source.Flag("required") };
        return question with { Default = new SdcInitialReader(question, _options, _initial).Read(source) };
    }

    private AnswerableQuestion Kind(string type, string key, LocalizedText text)
    {
        switch (type)
        {
            case "boolean":
                return YesNo(key, text);
            case "integer" or "decimal":
                return Number(type, key, text);
            case "choice" or "open-choice" when source.Has("answerOption"):
                return Choice(type, key, text);
            case "date":
                return new DateQuestion { Key = key, Text = text };
            case "dateTime":
                source.Lose(IssueCodes.QuestionTurned, "type", ("from", type), ("to", "date"));
                return new DateQuestion { Key = key, Text = text };
            case "text":
                break;
            default:
                source.Lose(IssueCodes.QuestionTurned, "type", ("from", Quoted.Short(type)), ("to", "text"));
                break;
        }

        source.LeaveOut("answerOption", "answerValueSet");
        var question = new TextQuestion { Key = key, Text = text };
        return source.Number("maxLength") is { } length
            ? question with { MaxLength = (int)source.Whole("maxLength", length, 1, Kinds.LongestAnswer) }
            : question;
    }

    private ChoiceQuestion YesNo(string key, LocalizedText text)
    {
        _options[SdcFormat.Yes] = SdcFormat.Yes;
        _options[SdcFormat.No] = SdcFormat.No;
        return Ask.YesNo(key, text, points: 0) with { IsExcluded = true };
    }

    private ScoredQuestion Choice(string type, string key, LocalizedText text)
    {
        if (type == "open-choice")
        {
            source.Lose(IssueCodes.QuestionTurned, "type", ("from", type), ("to", "choice"));
        }

        source.LeaveOut("answerValueSet");
        var keys = new KeyMaker("option");
        ChoiceOption[] options = [.. source.Objects("answerOption").Select(option => Option(option, keys, key)).OfType<ChoiceOption>()];
        return source.Flag("repeats")
            ? new MultiSelectQuestion
            {
                Key = key,
                Text = text,
                IsExcluded = !_isScored,
                Options = [.. options.Select(option => new SelectOption { Key = option.Key, Text = option.Text, Points = option.Points })],
            }
            : new ChoiceQuestion { Key = key, Text = text, IsExcluded = !_isScored, Options = [.. options] };
    }

    private ChoiceOption? Option(SourceObject option, KeyMaker keys, string question)
    {
        if (SdcValue.Of(option, "value") is not { } value)
        {
            option.Lose(IssueCodes.ReferenceLeadsNowhere, null, ("reference", "answerOption"));
            return null;
        }

        LocalizedText text = value.Coding?.Translated(extensions, "display") ?? value.Text;
        ImmutableArray<string> ids = value.System is null ? [value.Text] : [value.Token, value.Text];
        string? preferred = value.Coding is null && !KeyRules.IsWellFormed(value.Text) ? null : value.Text;
        string key = context.OptionKey(keys, option, text.Text, ids, (preferred, question));
        foreach (string id in ids)
        {
            _options.TryAdd(id, key);
        }

        if (option.Flag("initialSelected"))
        {
            _initial.Add(key);
        }

        return new() { Key = key, Text = text, Points = Weight(option, value) };
    }

    // The weight is an extension of the option, of its coding, or of its plain value.
    private decimal Weight(SourceObject option, SdcValue value)
    {
        IEnumerable<SourceObject?> places = [option, value.Coding, option.Object("_value" + value.Type)];
        foreach (SourceObject place in places.OfType<SourceObject>())
        {
            SourceObject? weight = place.Extension(extensions, SdcFormat.ItemWeight) ?? place.Extension(extensions, SdcFormat.OrdinalValue);
            if (weight?.Number("valueDecimal") is { } points)
            {
                _isScored = true;
                return points;
            }
        }

        return 0;
    }

    private NumberQuestion Number(string type, string key, LocalizedText text)
    {
        decimal step = type == "integer" ? 1 : Step();
        var range = new NumberRange
        {
            Minimum = Bound(SdcFormat.MinValue, "minValue", -SdcFormat.Unbounded),
            Maximum = Bound(SdcFormat.MaxValue, "maxValue", SdcFormat.Unbounded),
        };
        return new() { Key = key, Text = text, IsExcluded = true, Step = step, Ranges = [range] };
    }

    private decimal Bound(string url, string member, decimal assumed)
    {
        if (source.Extension(extensions, url) is { } extension && SdcValue.Of(extension, "value")?.Number is { } bound)
        {
            return bound;
        }

        source.Lose(IssueCodes.NumberAssumed, null, ("member", member), ("value", assumed));
        return assumed;
    }

    private decimal Step()
    {
        if (source.Extension(extensions, SdcFormat.MaxDecimalPlaces)?.Number("valueInteger") is { } places
            && decimal.IsInteger(places) && places is >= 0 and <= 10)
        {
            return decimal.Parse("1E-" + places.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        const decimal Assumed = 0.01m;
        source.Lose(IssueCodes.NumberAssumed, null, ("member", "maxDecimalPlaces"), ("value", Assumed));
        return Assumed;
    }
}

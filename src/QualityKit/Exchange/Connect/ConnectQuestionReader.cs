using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Connect;

/// <summary>Reads a question of Amazon Connect.</summary>
internal sealed class ConnectQuestionReader(ImportContext context, (ConnectMode Mode, int WeightUnlessStated) scoring, SourceObject source)
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private string _key = "";
    private string _title = "";

    /// <summary>Reads the question; its enablement is read when all questions are known.</summary>
    /// <param name="isExcluded">Whether a section around it is left out of the score.</param>
    public Question Read(bool isExcluded)
    {
        string refId = source.RequiredText("RefId");
        _title = source.RequiredText("Title");
        _key = context.QuestionKey(source, _title, [refId], refId);
        source.LeaveOut("MetricConfiguration");
        // Optional is what may be marked N/A; everything else must be answered.
        bool isOptional = source.Flag("NotApplicableEnabled");
        AnswerableQuestion question = Kind(isExcluded) with
        {
            Help = source.Filled("Instructions") is { } instructions ? LocalizedText.From(instructions) : null,
            AllowsNotApplicable = isOptional,
            IsRequired = !isOptional,
        };
        context.Questions.TryAdd(refId, new(question, _options));
        context.Later(isGroup: false, _key, () => ConnectEnablementReader.Read(source, context));
        return question;
    }

    private AnswerableQuestion Kind(bool isExcluded)
    {
        string type = source.RequiredText("QuestionType");
        SourceObject? properties = source.Object("QuestionTypeProperties");
        switch (type)
        {
            case "SINGLESELECT":
                return Scored(Single(properties?.Object("SingleSelect")), isExcluded);
            case "MULTISELECT":
                return Scored(Multiple(properties?.Object("MultiSelect")), isExcluded);
            case "NUMERIC":
                return Scored(Numeric(properties?.Object("Numeric")), isExcluded);
            case "DATETIME":
                source.Lose(IssueCodes.QuestionTurned, "QuestionType", ("from", type), ("to", "date"));
                properties?.Object("DateTime")?.LeaveOut("Automation");
                source.LeaveOut("Weight", "ScoringConfiguration");
                return new DateQuestion { Key = _key, Text = _title };
            case "TEXT":
                break;
            default:
                source.Lose(
                    IssueCodes.ValueReplaced, "QuestionType", ("member", "QuestionType"), ("value", Quoted.Short(type)), ("used", "TEXT"));
                break;
        }

        properties?.Object("Text")?.LeaveOut("Automation");
        source.LeaveOut("Weight", "ScoringConfiguration");
        return new TextQuestion { Key = _key, Text = _title, MaxLength = ConnectFormat.LongestTextAnswer };
    }

    private ScoredQuestion Scored(ScoredQuestion question, bool isExcluded)
    {
        SourceObject? configuration = source.Object("ScoringConfiguration");
        configuration?.LeaveOut("ScoreThresholds");
        bool isOut = (configuration?.Flag("IsExcludedFromScoring") ?? false) || isExcluded || question.IsExcluded;
        ScoredQuestion whole = question with
        {
            IsExcluded = isOut,
            Weight = Weight(isOut),
        };
        return scoring.Mode == ConnectMode.Points && configuration?.Object("PointsConfiguration") is { } points
            ? ConnectPoints.Read(points, whole)
            : WithoutPoints(configuration, whole);
    }

    private static ScoredQuestion WithoutPoints(SourceObject? configuration, ScoredQuestion question)
    {
        configuration?.LeaveOut("PointsConfiguration");
        return question;
    }

    private decimal Weight(bool isOut)
    {
        if (scoring.Mode != ConnectMode.Questions)
        {
            source.LeaveOut("Weight");
            return 1;
        }

        if (source.Number("Weight") is { } weight)
        {
            return weight;
        }

        if (isOut)
        {
            return 1;
        }

        source.Lose(IssueCodes.NumberAssumed, null, ("member", "Weight"), ("value", scoring.WeightUnlessStated));
        return scoring.WeightUnlessStated;
    }

    private ChoiceQuestion Single(SourceObject? properties)
    {
        properties?.LeaveOut("Automation", "DisplayAs");
        return new() { Key = _key, Text = _title, Options = [.. Options(properties)] };
    }

    // Where options earn up to 10, so do several together.
    private MultiSelectQuestion Multiple(SourceObject? properties)
    {
        properties?.LeaveOut("Automation", "DisplayAs");
        return new()
        {
            Key = _key,
            Text = _title,
            Cap = scoring.Mode == ConnectMode.Points ? null : ConnectFormat.Scale,
            Options =
            [
                .. Options(properties, takesBonus: false)
                    .Select(option => new SelectOption { Key = option.Key, Text = option.Text, Points = option.Points, Fails = option.Fails }),
            ],
        };
    }

    private IEnumerable<ChoiceOption> Options(SourceObject? properties, bool takesBonus = true)
    {
        var keys = new KeyMaker("option");
        ImmutableArray<SourceObject> options = properties?.RequiredObjects("Options") ?? [];
        foreach (SourceObject option in options)
        {
            string refId = option.RequiredText("RefId");
            string text = option.RequiredText("Text");
            string key = context.OptionKey(keys, option, text, [refId], (refId, _key));
            _options.TryAdd(refId, key);
            (decimal points, bool isBonus) = ConnectPoints.OfOption(option, scoring.Mode, takesBonus);
            yield return new() { Key = key, Text = text, Points = points, IsBonus = isBonus, Fails = ConnectPoints.Fails(option) };
        }
    }

    private NumberQuestion Numeric(SourceObject? properties)
    {
        NumberRange[] ranges = [.. (properties?.Objects("Options") ?? []).Select(Range).OrderBy(range => range.Minimum)];
        properties?.LeaveOut("Automation");
        if (ranges.Length == 0)
        {
            (decimal least, decimal most) = Bounds(properties ?? source);
            return new() { Key = _key, Text = _title, IsExcluded = true, Ranges = [new() { Minimum = least, Maximum = most }] };
        }

        if (properties?.Number("MinValue") != ranges[0].Minimum)
        {
            properties?.LeaveOut("MinValue");
        }

        if (properties?.Number("MaxValue") != ranges[^1].Maximum)
        {
            properties?.LeaveOut("MaxValue");
        }

        return new() { Key = _key, Text = _title, Ranges = [.. ranges] };
    }

    private NumberRange Range(SourceObject option)
    {
        (decimal points, bool isBonus) = ConnectPoints.OfOption(option, scoring.Mode, takesBonus: true);
        (decimal minimum, decimal maximum) = Bounds(option);
        return new()
        {
            Minimum = minimum,
            Maximum = maximum,
            Points = points,
            IsBonus = isBonus,
            Fails = ConnectPoints.Fails(option),
        };
    }

    private static (decimal Minimum, decimal Maximum) Bounds(SourceObject source)
    {
        decimal minimum = Bound(source, "MinValue", 0);
        return (minimum, Bound(source, "MaxValue", minimum));
    }

    private static decimal Bound(SourceObject source, string member, decimal unlessStated)
    {
        if (source.Number(member) is { } stated)
        {
            return stated;
        }

        source.Lose(IssueCodes.NumberAssumed, null, ("member", member), ("value", unlessStated));
        return unlessStated;
    }
}

using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Exchange.Connect;

/// <summary>Writes a question of Amazon Connect.</summary>
internal sealed class ConnectQuestionWriter(ConnectPointWriter points, ConnectReferences references, SourceObject source)
{
    private AnswerableQuestion? _question;

    public JsonObject Write(AnswerableQuestion question)
    {
        _question = question;
        source.Take("type");
        source.Take("allowsNotApplicable");
        source.RequiredUnlessNotApplicable(question);
        source.CheckLimit("text", "characters", question.Text.Text.Length, 350);
        var written = new JsonObject
        {
            ["RefId"] = ConnectReferences.Written(source, question.Key, references.OfQuestion(question.Key)),
            ["Title"] = source.Untranslated("text", question.Text),
        };
        if (question.Help is { } help)
        {
            source.CheckLimit("help", "characters", help.Text.Length, 1024);
            written["Instructions"] = source.Untranslated("help", help);
        }

        written["NotApplicableEnabled"] = question.AllowsNotApplicable;
        switch (question)
        {
            case ScoredQuestion scored:
                Scored(written, scored);
                break;
            case DateQuestion:
                source.Lose(IssueCodes.QuestionTurned, "type", ("from", "date"), ("to", "DATETIME"));
                written["QuestionType"] = "DATETIME";
                break;
            case TextQuestion text:
                Text(written, text);
                break;
        }

        return written;
    }

    private void Text(JsonObject written, TextQuestion text)
    {
        source.Take("maxLength");
        _ = source.Whole("maxLength", text.MaxLength, 1, ConnectFormat.LongestTextAnswer);
        if (text.MaxLength < ConnectFormat.LongestTextAnswer)
        {
            source.LeaveOut("maxLength");
        }

        written["QuestionType"] = "TEXT";
    }

    private void Scored(JsonObject written, ScoredQuestion question)
    {
        if (points.Mode == ConnectMode.Questions)
        {
            source.Take("weight");
            written["Weight"] = question.Weight;
        }

        Scoring(written, question);
        Fatal(question);
        (string type, string member, JsonObject properties) = Properties(question, points.Possible(question, source));
        written["QuestionType"] = type;
        written["QuestionTypeProperties"] = new JsonObject { [member] = properties };
    }

    private void Scoring(JsonObject written, ScoredQuestion question)
    {
        var scoring = new JsonObject();
        if (question.IsExcluded)
        {
            source.Take("excluded");
            scoring["IsExcludedFromScoring"] = true;
        }
        else if (points.IsNeutral(question))
        {
            source.Lose(IssueCodes.NeutralQuestionExcluded, null, ("target", ConnectFormat.Name));
            scoring["IsExcludedFromScoring"] = true;
        }

        if (points.Mode == ConnectMode.Points && PointsOf(question) is { Count: > 0 } configuration)
        {
            scoring["PointsConfiguration"] = configuration;
        }

        if (scoring.Count > 0)
        {
            written["ScoringConfiguration"] = scoring;
        }
    }

    private JsonObject PointsOf(ScoredQuestion question)
    {
        var configuration = new JsonObject();
        if (question is MultiSelectQuestion { Cap: { } cap })
        {
            source.Take("cap");
            configuration["MaxPointValue"] = source.Whole("cap", cap, 0);
        }

        if (question.IsBonus)
        {
            source.Take("bonus");
            configuration["IsBonus"] = true;
        }

        return configuration;
    }

    private void Fatal(ScoredQuestion question)
    {
        if (question.IsFatal && question is not MultiSelectQuestion)
        {
            source.Take("fatal");
            source.Take("failureScope");
            source.Lose(IssueCodes.FatalAsFailingAnswers, "fatal", ("target", ConnectFormat.Name));
        }
    }

    private (string Type, string Member, JsonObject Properties) Properties(ScoredQuestion question, Fraction possible)
    {
        switch (question)
        {
            case ChoiceQuestion choice:
                return ("SINGLESELECT", "SingleSelect", new() { ["Options"] = Array("options", choice.Options, (option, at) => Option(option, at, possible)) });
            case MultiSelectQuestion multiple:
                Cap(multiple, possible);
                return ("MULTISELECT", "MultiSelect", new() { ["Options"] = Array("options", multiple.Options, (option, at) => Option(option, at, possible)) });
            default:
                return ("NUMERIC", "Numeric", Numeric((NumberQuestion)question, possible));
        }
    }

    // Several options together earn at most what is possible there; a cap at that, or above all that can be selected, says the same.
    private void Cap(MultiSelectQuestion question, Fraction possible)
    {
        if (points.Mode == ConnectMode.Points)
        {
            return;
        }

        if (question.Cap is { } cap && Fraction.From(cap) == possible)
        {
            source.Take("cap");
        }
        else if (question.Cap is null && EarnablePoints.Of(question).Highest > possible)
        {
            source.Lose(IssueCodes.NumberAssumed, null, ("member", "cap"), ("value", possible.ToString()));
        }
    }

    private JsonObject Numeric(NumberQuestion number, Fraction possible)
    {
        JsonArray options = Array("ranges", number.Ranges, (range, at) => Range(range, at, possible));
        return new()
        {
            ["MinValue"] = options[0]!["MinValue"]!.DeepClone(),
            ["MaxValue"] = options[^1]!["MaxValue"]!.DeepClone(),
            ["Options"] = options,
        };
    }

    private JsonObject Range(NumberRange range, SourceObject at, Fraction possible)
    {
        at.Take("minimum");
        at.Take("maximum");
        var written = new JsonObject { ["MinValue"] = at.Whole("minimum", range.Minimum), ["MaxValue"] = at.Whole("maximum", range.Maximum) };
        points.Write(written, at, range.Points, possible, range.IsBonus);
        Fails(written, at, range.Fails, range.Points);
        return written;
    }

    private JsonObject Option(ChoiceOption option, SourceObject at, Fraction possible)
    {
        JsonObject written = Named(at, option.Key, option.Text);
        points.Write(written, at, option.Points, possible, option.IsBonus);
        Fails(written, at, option.Fails, option.Points);
        return written;
    }

    private JsonObject Option(SelectOption option, SourceObject at, Fraction possible)
    {
        JsonObject written = Named(at, option.Key, option.Text);
        points.Write(written, at, option.Points, possible, isBonus: false);
        Fails(written, at, option.Fails, points: null);
        return written;
    }

    private JsonObject Named(SourceObject at, string key, LocalizedText text)
    {
        at.CheckLimit("text", "characters", text.Text.Length, 128);
        return new()
        {
            ["RefId"] = ConnectReferences.Written(at, key, references.OfOption(_question!.Key, key)),
            ["Text"] = at.Untranslated("text", text),
        };
    }

    // A fatal question fails by each answer below the best.
    private void Fails(JsonObject written, SourceObject at, FailureScope? own, decimal? points)
    {
        at.Take("fails");
        var scored = (ScoredQuestion)_question!;
        bool isBelowBest = scored.IsFatal && points is { } earned && Fraction.From(earned) < EarnablePoints.Of(scored).Highest;
        FailureScope? fatal = isBelowBest ? scored.FailureScope : null;
        if ((own is not null && fatal is not null ? Wider(at, own, fatal) : own ?? fatal) is not { } scope)
        {
            return;
        }

        written["AutomaticFail"] = true;
        if (scope.Kind != FailureScopeKind.Form)
        {
            string group = scope.GroupKey is { } key ? references.OfGroup(key) : references.SectionOf(scored.Key);
            written["AutomaticFailConfiguration"] = new JsonObject { ["TargetSection"] = group };
        }
    }

    // An answer there fails one scope. The wider one keeps failing what fails here, unless neither holds the other.
    private FailureScope Wider(SourceObject at, FailureScope own, FailureScope fatal)
    {
        int ownReach = references.ReachOf(_question!.Key, own);
        int fatalReach = references.ReachOf(_question.Key, fatal);
        if (ownReach == fatalReach)
        {
            return own;
        }

        FailureScope wider = references.IsIn(ownReach, fatalReach) ? fatal : own;
        FailureScope other = wider == own ? fatal : own;
        at.Lose(IssueCodes.FailureScopeLeftOut, "fails", ("target", ConnectFormat.Name), ("kept", NameOf(wider)), ("lost", NameOf(other)));
        return wider;
    }

    private static string NameOf(FailureScope scope) => scope.GroupKey ?? FormNames.FailureScopes.NameOf(scope.Kind)!;

    private JsonArray Array<T>(string member, IReadOnlyList<T> parts, Func<T, SourceObject, JsonObject> write) =>
        new([.. source.Objects(member).Select((part, position) => write(parts[position], part))]);
}

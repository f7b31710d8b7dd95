using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Connect;

/// <summary>Reads an evaluation form of Amazon Connect, alone or as the answer of DescribeEvaluationForm.</summary>
internal static class ConnectFormReader
{
    public static FormDraft Read(SourceObject document, ImportContext context)
    {
        SourceObject source = document.Has("EvaluationForm") ? document.Object("EvaluationForm") ?? document : document;
        string title = source.RequiredText("Title");
        string? id = source.Text("EvaluationFormId");
        string key = new KeyMaker("form").Make(id, title);
        context.Add(ImportedPartKind.Form, source, id is null ? [] : [id], key);
        source.LeaveOut(
            "EvaluationFormArn", "Locked", "Status", "CreatedTime", "CreatedBy", "LastModifiedTime", "LastModifiedBy", "ClientToken",
            "InstanceId", "AsDraft", "Tags", "AutoEvaluationConfiguration", "TargetConfiguration");
        SourceObject? strategy = Strategy(source);
        ConnectMode mode = Mode(strategy);
        // Without weights a form that was not scored there could have no score here either.
        bool isOff = strategy?.Text("Status") is not (null or "ENABLED") || strategy is null;
        ImmutableArray<Group> groups = new ConnectItemReader(context, mode, isOff ? 1 : 0).Groups(source);
        if (isOff && !groups.Any(CanEarn))
        {
            source.Lose(IssueCodes.NothingEarns, "Items");
        }

        return new()
        {
            Key = key,
            Version = Version(source),
            Name = title,
            Description = source.Filled("Description") is { } description ? LocalizedText.From(description) : null,
            Language = Language(source),
            Method = ConnectFormat.Method(mode),
            Bands = strategy is null ? [] : Bands(strategy),
            Settings = source.Object("ReviewConfiguration") is { } review ? new() { Disputes = Disputes(review) } : new(),
            Groups = groups,
        };
    }

    /// <summary>The two named ranges of scores; what lies between them has no name.</summary>
    public static ImmutableArray<Band> Bands(SourceObject source) =>
        [.. source.Objects("ScoreThresholds").Select(threshold => new Band
        {
            Name = threshold.RequiredText("PerformanceCategory") switch
            {
                "NEEDS_IMPROVEMENT" => ConnectFormat.NeedsImprovement,
                "EXCEEDS_EXPECTATIONS" => ConnectFormat.ExceedsExpectations,
                string other => other,
            },
            Minimum = threshold.Number("MinScorePercentage") is { } minimum ? Score.Percent(minimum) : null,
            Top = threshold.Number("MaxScorePercentage") is { } top ? Score.Percent(top) : null,
        })];

    private static bool CanEarn(FormItem item) => item switch
    {
        Group group => group.Items.Any(CanEarn),
        ScoredQuestion { IsExcluded: false } scored => EarnablePoints.Of(scored).Most.Sign > 0,
        _ => false,
    };

    private static SourceObject? Strategy(SourceObject source)
    {
        SourceObject? strategy = source.Object("ScoringStrategy");
        if (strategy is null)
        {
            source.Lose(IssueCodes.ScoringWasOff, null);
        }
        else if (strategy.Text("Status") is { } status && status != "ENABLED")
        {
            strategy.Lose(IssueCodes.ScoringWasOff, "Status");
        }

        return strategy;
    }

    private static ConnectMode Mode(SourceObject? strategy)
    {
        if (strategy?.Text("Mode") is not { } name)
        {
            return ConnectMode.Questions;
        }

        if (ConnectFormat.Modes.ValueOf(name) is { } mode)
        {
            return mode;
        }

        strategy.Lose(IssueCodes.ValueReplaced, "Mode", ("member", "Mode"), ("value", Quoted.Short(name)), ("used", "QUESTION_ONLY"));
        return ConnectMode.Questions;
    }

    private static int Version(SourceObject source)
    {
        if (source.Number("EvaluationFormVersion") is not { } version)
        {
            return 1;
        }

        if (decimal.IsInteger(version) && version is >= 1 and <= int.MaxValue)
        {
            return (int)version;
        }

        source.LeaveOut("EvaluationFormVersion");
        return 1;
    }

    private static string Language(SourceObject source)
    {
        const string English = "en";
        if (source.Object("LanguageConfiguration") is not { } configuration || configuration.Text("FormLanguage") is not { } language)
        {
            return English;
        }

        if (Kinds.Language.Fits(language))
        {
            return language;
        }

        configuration.Lose(
            IssueCodes.ValueReplaced, "FormLanguage", ("member", "FormLanguage"), ("value", Quoted.Short(language)), ("used", English));
        return English;
    }

    // A review can be asked for once.
    private static DisputeSettings Disputes(SourceObject review)
    {
        review.LeaveOut("ReviewNotificationRecipients");
        var disputes = new DisputeSettings();
        if (review.Number("EligibilityDays") is not { } days)
        {
            review.Lose(IssueCodes.NumberAssumed, null, ("member", "EligibilityDays"), ("value", disputes.WindowDays));
            return disputes;
        }

        return disputes with { WindowDays = (int)review.Whole("EligibilityDays", days, 1, 365) };
    }
}

using System.Collections.Immutable;

namespace QualityKit.Methods;

public sealed partial record VendorProfile
{
    private const string GenesysHelp = "https://help.mypurecloud.com/articles/evaluation-form-weights/";
    private const string GenesysScoring = "https://help.mypurecloud.com/?p=144862";
    private const string PureConnectScoring = "https://help.genesys.com/pureconnect/mergedProjects/wh_irc/desktop/scoring_dialog.htm";
    private const string PureConnectRanks = "https://help.genesys.com/pureconnect/mergedProjects/wh_if/desktop/manage_rankings.htm";
    private const string Gqm = "https://ita.docs.genesys.com/extensions/Repository/cache/public/Genesys%20Quality%20Management/8.1/gqm_815_doc.ZIP";
    private const string AmazonScoring = "https://docs.aws.amazon.com/connect/latest/adminguide/about-scoring-and-weights.html";
    private const string AmazonForms = "https://docs.aws.amazon.com/connect/latest/adminguide/create-evaluation-forms.html";
    private const string AmazonMetrics = "https://docs.aws.amazon.com/connect/latest/adminguide/evaluation-metrics.html";
    private const string QualtricsScorecards = "https://qualtrics.com/support/xm-discover/studio/studio-projects/intelligent-scoring/viewing-scorecards-per-document/";
    private const string Zendesk = "https://support.zendesk.com/hc/en-us/articles/7043701093786";
    private const string MaestroPoints = "https://help.maestroqa.com/en/articles/4537176";
    private const string MaestroSections = "https://help.maestroqa.com/en/articles/4547978-how-do-custom-weighted-sections-rubrics-work";
    private const string EvaluAgentSettings = "https://support.evaluagent.com/en/articles/13284840";
    private const string EvaluAgentTemplates = "https://support.evaluagent.com/en/articles/13284750";
    private const string PlayvoxScorecards = "https://help.playvox.com/en/articles/5517841";
    private const string PlayvoxBonus = "https://help.playvox.com/en/articles/5517906-scorecard-bonus-sections";
    private const string Nice = "https://help.nicecxone.com";
    private const string VerintBaseline = "https://wfo.mon2.verintcloudservices.com/onlinehelp/en_us/QM/QM/Baseline_score.htm";
    private const string VerintMinimum = "https://wfo.mon2.verintcloudservices.com/onlinehelp/en_us/QM/QM/Minimum_scores.htm";
    private const string VerintRules = "https://wfo.mon2.verintcloudservices.com/onlinehelp/en_us/QM/QM/Scoring_rules.htm";
    private const string CalabrioHelp = "https://help.calabrio.com";
    private const string CalabrioTemplate = "https://wfohelp.com/doc/Content/user-guides/analytics/understanding-AutoQM-evaluation.htm";

    /// <summary>Every profile, those of one vendor together.</summary>
    public static ImmutableArray<VendorProfile> All { get; } =
    [
        Of(nameof(VendorMethods.GenesysCloud), "Genesys Cloud", VendorMethods.GenesysCloud, GenesysHelp, GenesysScoring)
            .Averaged(VendorAverage.MeanOfScores)
            .Open(VendorSwitchCodes.CriticalRaw, method => method with { Critical = CriticalBasis.Raw })
            .Open(VendorSwitchCodes.WeightsOff, method => method with { Combination = Combination.TotalPoints })
            .Open(VendorSwitchCodes.OutcomeOnly, method => method with { Failure = FailureEffect.OutcomeOnly }),
        Of(nameof(VendorMethods.PureConnect), "Genesys PureConnect", VendorMethods.PureConnect, PureConnectScoring, PureConnectRanks)
            .Averaged(VendorAverage.MeanOfScores)
            .Open(VendorSwitchCodes.WeightsMultiply, method => method with { Combination = Combination.WeightedPoints }),
        OfGqm(nameof(VendorMethods.GenesysGqmPoints), VendorMethods.GenesysGqmPoints),
        OfGqm(nameof(VendorMethods.GenesysGqmPercent), VendorMethods.GenesysGqmPercent).Leaving(NotApplicableRule.LeavesForm),
        OfGqm(nameof(VendorMethods.GenesysGqmGrades), VendorMethods.GenesysGqmGrades).Leaving(NotApplicableRule.LeavesForm),
        OfAmazon(nameof(VendorMethods.AmazonConnectQuestions), VendorMethods.AmazonConnectQuestions),
        OfAmazon(nameof(VendorMethods.AmazonConnectSections), VendorMethods.AmazonConnectSections).Leaving(NotApplicableRule.StaysInGroup),
        OfAmazon(nameof(VendorMethods.AmazonConnectPoints), VendorMethods.AmazonConnectPoints).Capped(),
        Of(nameof(VendorMethods.Qualtrics), "Qualtrics XM Discover", VendorMethods.Qualtrics, QualtricsScorecards)
            .Open(VendorSwitchCodes.Deductions, method => method with { Combination = Combination.Deductions(100) }),
        Of(nameof(VendorMethods.ZendeskQa), "Zendesk QA", VendorMethods.ZendeskQa, Zendesk).Averaged(VendorAverage.MeanOfScores),
        Of(nameof(VendorMethods.MaestroQaTotalPoints), "MaestroQA", VendorMethods.MaestroQaTotalPoints, MaestroPoints).Capped(),
        Of(nameof(VendorMethods.MaestroQaWeightedSections), "MaestroQA", VendorMethods.MaestroQaWeightedSections, MaestroSections)
            .Leaving(NotApplicableRule.LeavesForm)
            .Capped(),
        Of(nameof(VendorMethods.EvaluAgent), "EvaluAgent", VendorMethods.EvaluAgent, EvaluAgentSettings, EvaluAgentTemplates)
            .Open(VendorSwitchCodes.FullMarks, method => method with { NotApplicable = NotApplicableRule.FullMarks })
            .Open(VendorSwitchCodes.OutcomeOnly, method => method with { Failure = FailureEffect.OutcomeOnly }),
        Of(nameof(VendorMethods.Playvox), "Playvox", VendorMethods.Playvox, PlayvoxScorecards, PlayvoxBonus)
            .Open(VendorSwitchCodes.WeightsMultiply, method => method with { Combination = Combination.WeightedPoints }),
        Of(nameof(VendorMethods.PlayvoxScale), "Playvox", VendorMethods.PlayvoxScale, PlayvoxScorecards, PlayvoxBonus)
            .Leaving(NotApplicableRule.StaysInGroup),
        Of(nameof(VendorMethods.NiceCxone), "NICE CXone", VendorMethods.NiceCxone, Nice)
            .Averaged(VendorAverage.Either)
            .Open(VendorSwitchCodes.WeightsMultiply, method => method with { Combination = Combination.WeightedPoints }),
        Of(nameof(VendorMethods.Verint), "Verint", VendorMethods.Verint, VerintBaseline, VerintMinimum, VerintRules)
            .Open(VendorSwitchCodes.FloorAtZero, method => method with { FloorAtZero = true }),
        Of(nameof(VendorMethods.Calabrio), "Calabrio", VendorMethods.Calabrio, CalabrioHelp, CalabrioTemplate)
            .Leaving(NotApplicableRule.LeavesForm)
            .Open(VendorSwitchCodes.PointsWithin, method => method with { Combination = Combination.GroupWeights(GroupBasis.Points) }),
        Of(nameof(VendorMethods.CalabrioPoints), "Calabrio", VendorMethods.CalabrioPoints, CalabrioHelp)
            .Open(VendorSwitchCodes.FloorAtZero, method => method with { FloorAtZero = true }),
    ];

    private static VendorProfile Of(string key, string vendor, ScoringMethod method, params string[] sources) =>
        new() { Key = key, Vendor = vendor, Method = method, Sources = [.. sources] };

    // The four N/A methods are one setting there; the page says of the third, the default here, both that it excludes and that it counts zero.
    private static VendorProfile OfGqm(string key, ScoringMethod method) =>
        Of(key, "Genesys Quality Management 8.1", method, Gqm)
            .Open(VendorSwitchCodes.GroupMean, method => method with { NotApplicable = NotApplicableRule.GroupMean })
            .Open(VendorSwitchCodes.GroupPossibleMean, method => method with { NotApplicable = NotApplicableRule.GroupPossibleMean })
            .Open(VendorSwitchCodes.FormMean, method => method with { NotApplicable = NotApplicableRule.FormMean })
            .Open(VendorSwitchCodes.Zero, method => method with { NotApplicable = NotApplicableRule.Zero });

    private static VendorProfile OfAmazon(string key, ScoringMethod method) =>
        Of(key, "Amazon Connect", method, AmazonScoring, AmazonForms, AmazonMetrics)
            .Averaged(VendorAverage.MeanOfScores)
            .Unsettled(VendorOpenPointCodes.DisabledQuestions, VendorOpenPointCodes.OptionMatches, VendorOpenPointCodes.ScoreRounding);

    private VendorProfile Averaged(VendorAverage average) => this with { Average = average };

    private VendorProfile Open(string code, Func<ScoringMethod, ScoringMethod> otherwise) =>
        this with { Switches = Switches.Add(new() { Code = code, Method = otherwise(Method) }) };

    private VendorProfile Unsettled(params string[] codes) => this with { OpenPoints = [.. codes.Select(code => new VendorOpenPoint { Code = code })] };

    private VendorProfile Leaving(NotApplicableRule rule) => Open(
        rule == NotApplicableRule.LeavesForm ? VendorSwitchCodes.LeavesForm : VendorSwitchCodes.StaysInGroup,
        method => method with { NotApplicable = rule });

    private VendorProfile Capped() => Open(VendorSwitchCodes.CapAtFull, method => method with { CapAtFull = true });
}

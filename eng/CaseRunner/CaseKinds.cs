using System.Collections.Frozen;
using QualityKit.CaseRunner.Cases;
using QualityKit.CaseRunner.Recording;
using QualityKit.CaseRunner.Statistics;

namespace QualityKit.CaseRunner;

/// <summary>Which kinds of cases can be run, and by what.</summary>
internal static class CaseKinds
{
    private static readonly FrozenDictionary<(CaseFormat Format, string Kind), Func<Case, Setting, Comparison>> Runners =
        new Dictionary<(CaseFormat Format, string Kind), Func<Case, Setting, Comparison>>
        {
            [(CaseFormat.Genesys, "scoring")] = ScoringCase.Run,
            [(CaseFormat.Genesys, "rank")] = RankCase.Run,
            [(CaseFormat.Genesys, "na-method")] = NotApplicableMethodCase.Run,
            [(CaseFormat.Genesys, "scoring-system")] = ScoringSystemCase.Run,
            [(CaseFormat.Genesys, "aggregate")] = AggregateCase.Run,
            [(CaseFormat.Genesys, "calibration")] = AggregateCase.RunCalibration,
            [(CaseFormat.Genesys, "lifecycle")] = LifeCycleCase.Run,
            [(CaseFormat.Genesys, "policy")] = RetentionCases.Policies,
            [(CaseFormat.Genesys, "hold")] = RetentionCases.Hold,
            [(CaseFormat.Genesys, "job")] = RetentionCases.Job,
            [(CaseFormat.Genesys, "rotation")] = KeyCases.Rotation,
            [(CaseFormat.Recordings, "file")] = PayloadCases.OfFile,
            [(CaseFormat.Recordings, "ChunkedEncryption")] = PayloadCases.OfWycheproof,
            [(CaseFormat.Recordings, "KeywrapTest")] = KeyCases.Wrap,
            [(CaseFormat.Vendors, "aggregate")] = AggregateCase.Run,
            [(CaseFormat.Vendors, "validation")] = ValidationCase.Run,
            [(CaseFormat.Vendors, "score")] = ScoreCase.Run,
            [(CaseFormat.Vendors, "score-simple")] = SimpleScoreCase.Run,
            [(CaseFormat.Vendors, "normalize")] = NormalizeCase.Run,
            [(CaseFormat.Vendors, "points")] = PointsCase.Run,
            [(CaseFormat.Vendors, "template")] = TemplateCase.Run,
            [(CaseFormat.Vendors, "enablement")] = EnablementCase.Run,
            [(CaseFormat.Vendors, "comparator")] = ComparatorCase.Run,
            [(CaseFormat.Vendors, "threshold")] = ThresholdCase.Run,
            [(CaseFormat.Vendors, "pass-rule")] = PassRuleCase.Run,
            [(CaseFormat.Vendors, "compound-weights")] = CompoundWeightsCase.Run,
            [(CaseFormat.Vendors, "adjust")] = AdjustCase.Run,
            [(CaseFormat.Vendors, "negative-scoring")] = NegativeScoringCase.Run,
            [(CaseFormat.Vendors, "critical-scope")] = CriticalScopeCase.Run,
            [(CaseFormat.Vendors, "gradebook")] = GradebookCase.Run,
            [(CaseFormat.Vendors, "drop-keep")] = DropKeepCase.Run,
            [(CaseFormat.Genesys, "agreement")] = MachineAgreementCase.Run,
            [(CaseFormat.Statistics, "krippendorff")] = AgreementCases.Krippendorff,
            [(CaseFormat.Statistics, "krippendorff.jackknife")] = AgreementCases.KrippendorffJackknife,
            [(CaseFormat.Statistics, "cac.raw")] = AgreementCases.Raw,
            [(CaseFormat.Statistics, "cac.counts")] = AgreementCases.Counts,
            [(CaseFormat.Statistics, "contingency")] = AgreementCases.Contingency,
            [(CaseFormat.Statistics, "fleiss.counts")] = AgreementCases.Fleiss,
            [(CaseFormat.Statistics, "lightKappa")] = AgreementCases.Light,
            [(CaseFormat.Statistics, "icc")] = ReliabilityCases.Icc,
            [(CaseFormat.Statistics, "icc1.unbalanced")] = ReliabilityCases.Unbalanced,
            [(CaseFormat.Statistics, "anova1")] = ReliabilityCases.OneWay,
            [(CaseFormat.Statistics, "blandAltman")] = ReliabilityCases.BlandAltman,
            [(CaseFormat.Statistics, "ccc")] = ReliabilityCases.Concordance,
            [(CaseFormat.Statistics, "correlation")] = ReliabilityCases.Correlation,
            [(CaseFormat.Statistics, "gstudy.p_r_in_t")] = ReliabilityCases.Generalizability,
            [(CaseFormat.Statistics, "kendallW")] = ReliabilityCases.KendallW,
            [(CaseFormat.Statistics, "severity.additive")] = ReliabilityCases.Additive,
            [(CaseFormat.Statistics, "mcnemar")] = CalibrationCases.McNemar,
            [(CaseFormat.Statistics, "calibration.session")] = CalibrationCases.Session,
            [(CaseFormat.Statistics, "calibration.consensus")] = CalibrationCases.Consensus,
            [(CaseFormat.Statistics, "calibration.tolerance")] = CalibrationCases.Tolerance,
            [(CaseFormat.Statistics, "calibration.trend")] = CalibrationCases.Trend,
            [(CaseFormat.Statistics, "calibration.criticalErrors")] = CalibrationCases.CriticalErrors,
            [(CaseFormat.Vendors, "calibration")] = VendorCalibrationCase.Run,
            [(CaseFormat.Statistics, "sampleSize.proportion")] = SamplingCases.ShareSize,
            [(CaseFormat.Statistics, "margin.proportion")] = SamplingCases.Margin,
            [(CaseFormat.Statistics, "sampleSize.mean")] = SamplingCases.MeanSize,
            [(CaseFormat.Statistics, "sampleSize.detectShift")] = SamplingCases.Shift,
            [(CaseFormat.Statistics, "sampleSize.zeroDefect")] = SamplingCases.ZeroDefect,
            [(CaseFormat.Statistics, "allocation")] = SamplingCases.Allocate,
            [(CaseFormat.Statistics, "hashSampling")] = SamplingCases.Hash,
            [(CaseFormat.Statistics, "systematic")] = SamplingCases.Systematic,
            [(CaseFormat.Statistics, "proportionCi")] = IntervalCases.Share,
            [(CaseFormat.Statistics, "jamesStein")] = IntervalCases.JamesStein,
            [(CaseFormat.Statistics, "betaBinomial.moments")] = IntervalCases.BetaOfMoments,
            [(CaseFormat.Statistics, "betaBinomial.mle")] = IntervalCases.BetaMostLikely,
            [(CaseFormat.Statistics, "normalNormal.derSimonianLaird")] = IntervalCases.Normal,
            [(CaseFormat.Statistics, "xmr")] = ChartCases.Values,
            [(CaseFormat.Statistics, "pChart")] = ChartCases.Shares,
            [(CaseFormat.Statistics, "pChartVariable")] = ChartCases.SharesOfSizes,
            [(CaseFormat.Statistics, "cusum")] = ChartCases.Cusum,
            [(CaseFormat.Statistics, "ewma")] = ChartCases.Ewma,
            [(CaseFormat.Statistics, "arl.cusum")] = ChartCases.CusumLength,
            [(CaseFormat.Statistics, "arl.ewma")] = ChartCases.EwmaLength,
            [(CaseFormat.Statistics, "relativeImportance")] = DriverCases.Importance,
            [(CaseFormat.Statistics, "dominance")] = DriverCases.Dominance,
            [(CaseFormat.Statistics, "dominance.logistic")] = DriverCases.LogisticDominance,
            [(CaseFormat.Statistics, "ols")] = DriverCases.LeastSquares,
            [(CaseFormat.Statistics, "logistic")] = DriverCases.Logistic,
            [(CaseFormat.Statistics, "pAdjust")] = DriverCases.Adjusted,
            [(CaseFormat.Companding, "")] = CompandingCase.Run,
        }.ToFrozenDictionary();

    /// <summary>What runs a case; null when its kind is not offered. A file without a head is read by its kinds, which name one format each.</summary>
    public static Func<Case, Setting, Comparison>? RunnerOf(Case published) => published.Format == CaseFormat.Other
        ? RunnerOf(CaseFormat.Vendors, published.Kind) ?? RunnerOf(CaseFormat.Genesys, published.Kind)
        : RunnerOf(published.Format, published.Kind);

    private static Func<Case, Setting, Comparison>? RunnerOf(CaseFormat format, string kind) => Runners.GetValueOrDefault((format, kind));
}

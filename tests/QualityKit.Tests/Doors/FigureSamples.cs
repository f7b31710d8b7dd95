using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Reports;
using QualityKit.Statistics;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that the methods of audit, statistics and calibration take.</summary>
internal static class FigureSamples
{
    public static IEnumerable<object> All()
    {
        var entity = new AuditEntity("acme", "evaluation", "e-1");
        var key = new AuditKey("k-1", new byte[AuditKey.LeastBytes]);
        var draft = new AuditDraft { Entity = entity, At = default, Actor = "ann", Action = "evaluation.saved", Command = "c-1" };
        AuditHead head = AuditHead.Start(entity);
        var scale = RatingScale.Of(1, 2, 3);
        var form = CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g" });
        var round = new CalibrationRound { Interaction = "i", Sheets = [form.Sheet("ann", 1)] };
        var predictor = new Predictor { Name = "solved", Values = [1, 0, 1, 0] };
        return
        [
            entity, key, draft, head, Array.Empty<AuditRecord>(), Array.Empty<AuditHead>(), new[] { key }, AuditSeal.After(null, "acme", default, []),
            scale, AgreementWeights.Identity, UnitCounts.Of(scale, 1, 1, 1), Ratings.FromRows([[1, 2], [2, 2]], scale).Value, SampleMean.Of([1.0, 2.0]), SampleShare.Of(1, 2),
            new HashSample("salt"), new ScoreMoments(2), form, Array.Empty<CalibrationSheet>(), CalibrationBenchmark.Mean, CalibrationTolerance.Points(5),
            predictor, new[] { predictor }, new double?[] { 1, 0, 0, 1 }, DriverData.From([1, 0, 0, 1], predictor).Value, new DriverSettings(),
            new[] { round }, CalibrationReport.Of(form, [round]), new MachineGate(), Array.Empty<(Fraction?, Fraction?)>(),
            CalibrationTables.Evaluators(CalibrationReport.Of(form, [round])), Array.Empty<ImmutableArray<ReportCell>>(),
        ];
    }
}

using QualityKit.Analysis;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Doors;

/// <summary>One right value of every kind that public methods take.</summary>
internal static class Samples
{
    private static readonly EvaluationForm Form = EvaluationForm.Draft("Call").Group("Opening", 1, Ask.YesNo("greeting", "Greeted?")).Publish().Value;
    private static readonly AnswerSheet Sheet = AnswerSheet.Empty.Answer("greeting", "yes");
    private static readonly WhatIf WhatIf = WhatIf.Between(Form, Form);
    private static readonly WhatIfCase Case = new() { Id = "a", Answers = Sheet };
    private static readonly Dictionary<Type, object> Values = new object[]
    {
        "text", Form, Form.Edit(), Sheet, Form.Groups[0], Form.Questions[0], LocalizedText.From("text"), FailureScope.Form, When.Unanswered("greeting"), FormLimits.AmazonConnect,
        ScoringMethod.Default, Score.Percent(50), Rounding.Default, NotApplicableAnswer.Instance, new Score[] { Score.Percent(50) }, Array.Empty<AnswerEntry>(),
        MessageCatalogue.English, new Issue { Code = IssueCodes.JsonMalformed },
        Scorer.Score(Form, Sheet), Scorer.Score(Form, Sheet).Explanation(), Sheet.Check(Form).Value, FormRunner.Run(Form, Sheet), CompiledForm.For(Form), ScoreAverage.Empty,
        new AnswerColumnsBuilder(Form), ColumnarForm.For(Form), new AnswerColumnsBuilder(Form).Build(), ColumnarForm.For(Form).Summarize(new AnswerColumnsBuilder(Form).Build()),
        WhatIf, Case, WhatIf.Tally(), WhatIfLimits.Default, WhatIf.Compare(Case), WhatIf.Report([Case]), new[] { Case },
        FormAnalysis.Of(Form), AnalysisLimits.Default,
    }.Concat(LifeSamples.All(Form, Sheet)).Concat(FigureSamples.All()).Concat(ServiceSamples.All(Form, Sheet)).Concat(KeepingSamples.All()).Concat(HostSamples.All()).Concat(AudioSamples.All())
        .Concat(RecordingSamples.All()).ToDictionary(value => value.GetType());

    /// <summary>A value of a type.</summary>
    public static object Of(Type type) =>
        Values.GetValueOrDefault(type) ?? Values.Values.FirstOrDefault(type.IsInstanceOfType) ?? Plain(type);

    private static object Plain(Type type) =>
        type.IsArray ? Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()])
        : type.IsValueType ? Activator.CreateInstance(type)!
        : throw new NotSupportedException($"there is no sample of {type}; add one");
}

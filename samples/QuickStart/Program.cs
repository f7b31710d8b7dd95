using QualityKit.Forms;
using QualityKit.Scoring;

EvaluationForm form = EvaluationForm.Draft("Support call")          // group weights are shares of the total
    .Group("Opening", weight: 20,
        Ask.YesNo("greeting", "Greeted the customer?"))
    .Group("Resolution", weight: 80,
        Ask.Choice("solved", "Was the issue solved?", ("yes", 10), ("partly", 5), ("no", 0)),
        Ask.YesNo("identity", "Verified identity before sharing data?") with { IsFatal = true, AllowsNotApplicable = true })
    .Publish().Value;

AnswerSheet answers = AnswerSheet.Empty
    .Answer("greeting", "yes")
    .Answer("solved", "partly")
    .NotApplicable("identity");

Scorecard card = Scorer.Score(form, answers);                        // 60 %: 20 x 1 + 80 x 1/2
Console.Write(card.Explain());

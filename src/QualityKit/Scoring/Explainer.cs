using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Explains a scorecard (rule S21).</summary>
internal sealed class Explainer
{
    private readonly Scorecard _card;
    private readonly Wording _words;
    private readonly QuestionExplainer _questions;
    private readonly FailureExplainer _failures;

    public Explainer(Scorecard card, MessageCatalogue catalogue)
    {
        _card = card;
        _words = new Wording(card.Form.Method.Rounding, catalogue);
        _questions = new QuestionExplainer(card, _words);
        _failures = new FailureExplainer(card, _words);
    }

    private Calculation Calculation => _card.Calculation;

    public ScoreExplanation Explain()
    {
        ImmutableArray<ExplanationNode> lines = _card.Total is null ? [] : [.. Start(), .. Inner(_card.Form.Groups), .. Changes(-1)];
        ExplanationNode root = Heading() with { Amount = _card.Total, Children = [.. lines, .. Remarks()] };
        return new(root, _words.Language, _card.Form.Method.Rounding);
    }

    private ExplanationNode Heading() => _card switch
    {
        { Total: not null } => _words.Line(ExplanationCodes.Total, "", ("name", _words.In(_card.Form.Name))),
        { IsBelowLeastAnswers: true } => _words.Line(
            ExplanationCodes.TooFewAnswers,
            "",
            ("name", _words.In(_card.Form.Name)),
            ("count", Calculation.Questions.Count(line => line.State == QuestionState.Answered)),
            ("least", _card.Form.Method.LeastAnswers!.Count)),
        _ => _words.Line(ExplanationCodes.NoTotal, "", ("name", _words.In(_card.Form.Name))),
    };

    private IEnumerable<ExplanationNode> Start()
    {
        if (!Calculation.Final.Start.IsZero)
        {
            yield return _words.Line(ExplanationCodes.Start, "", ("start", Fraction.From(_card.Form.Method.Combination.Start))) with
            {
                Amount = Wording.Amount(_card, Calculation.Final.Start),
            };
        }
    }

    private IEnumerable<ExplanationNode> Inner(IEnumerable<FormItem> items) =>
        items.Select(item => item is Group group
            ? Explain(_card.Form.Index.GroupAt(group.Key), group)
            : _questions.Explain(Calculation.Questions[_card.Form.Index.QuestionAt(item.Key)]))
            .OfType<ExplanationNode>();

    private ExplanationNode Explain(int position, Group group)
    {
        ImmutableArray<ExplanationNode> lines = [.. Inner(group.Items), .. Changes(position)];
        GroupScore score = _card.Groups[position];
        string code = score.State switch
        {
            GroupState.Scored => ExplanationCodes.Group,
            GroupState.NotApplicable => ExplanationCodes.GroupNotApplicable,
            GroupState.Hidden => ExplanationCodes.GroupHidden,
            _ => ExplanationCodes.GroupWithoutScore,
        };
        ExplanationNode node = score.Score is { } value
            ? _words.Line(code, group.Key, ("title", _words.In(group.Title)), ("score", value), ("weight", Score.Share(score.AppliedWeight ?? Fraction.Zero)))
            : _words.Line(code, group.Key, ("title", _words.In(group.Title)));
        Fraction amount = lines.Aggregate(Fraction.Zero, (sum, line) => sum + (line.Amount?.Value ?? Fraction.Zero));
        bool counts = lines.Any(line => line.Amount is not null);
        return node with
        {
            Amount = counts ? Wording.Amount(_card, amount) : null,
            Children = score.Band is { } band ? [.. lines, _words.Line(ExplanationCodes.Band, group.Key, ("band", _words.In(band.Name)))] : lines,
        };
    }

    private IEnumerable<ExplanationNode> Changes(int group)
    {
        foreach (Adjustment change in Calculation.Adjustments.Where(change => change.Group == group))
        {
            yield return _failures.Explain(change);
        }

        if (_failures.HasFailed(group) && !Calculation.Adjustments.Any(change => change.Group == group && change.Kind == AdjustmentKind.Failure))
        {
            yield return _failures.ExplainKept(group);
        }
    }

    private IEnumerable<ExplanationNode> Remarks()
    {
        if (_card.Total is null)
        {
            if (_failures.HasFailed(-1))
            {
                yield return _failures.ExplainKept(-1);
            }
        }
        else if (_card.Form.Pass is { } pass)
        {
            foreach (ExplanationNode line in _failures.Explain(pass))
            {
                yield return line;
            }
        }

        if (_card.Band is { } band)
        {
            yield return _words.Line(ExplanationCodes.Band, "", ("band", _words.In(band.Name)));
        }

        if (_card.IsProvisional)
        {
            yield return _words.Line(ExplanationCodes.Provisional, "");
        }
    }
}

using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>What was seen in sheets: all of a small form's, some of a large one's.</summary>
internal sealed class AllSheets
{
    private readonly FormModel _model;
    private readonly HashSet<(int Group, int Band)> _bands = [];
    private readonly HashSet<(int Group, int Band)> _missed = [];
    private readonly ScoringPlan[] _without;
    private readonly bool[] _ruleWorks;

    public AllSheets(FormModel model)
    {
        _model = model;
        Lowest = new Fraction?[model.Questions.Length];
        Highest = new Fraction?[model.Questions.Length];
        _ruleWorks = new bool[model.Form.Rules.Length];
        _without = [.. model.Form.Rules.Select((_, rule) => ScoringPlan.For(new EvaluationForm(model.Form.Edit() with { Rules = model.Form.Rules.RemoveAt(rule) })))];
    }

    /// <summary>Whether every sheet was seen.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether some sheet has a total.</summary>
    public bool HasTotal { get; private set; }

    /// <summary>Whether some sheet has an answer below what every question must reach (rule S18).</summary>
    public bool HasBelowMinimum { get; private set; }

    /// <summary>The lowest applied weight seen of each question; null when it never counted.</summary>
    public Fraction?[] Lowest { get; }

    /// <summary>The highest applied weight seen of each question; null when it never counted.</summary>
    public Fraction?[] Highest { get; }

    /// <summary>Looks at every sheet of a form that is small enough.</summary>
    public static AllSheets Of(FormModel model, int most)
    {
        var seen = new AllSheets(model);
        seen.IsComplete = SmallForm.Is(model, most) && new SheetWalk(model, most).Visit(family => seen.AddWeights(seen.Add(family[0])));
        return seen;
    }

    /// <summary>Whether some score belongs to a band of a group, or of the form (-1); null when not decided.</summary>
    public bool? Reaches(int group, int band) => _bands.Contains((group, band)) ? true : IsComplete ? false : null;

    /// <summary>Whether every score belongs to it; null when not decided.</summary>
    public bool? AlwaysReaches(int group, int band) => _missed.Contains((group, band)) ? false : IsComplete ? _bands.Contains((group, band)) : null;

    /// <summary>Whether a score rule changes some result; null when not decided.</summary>
    public bool? Works(int rule) => _ruleWorks[rule] ? true : IsComplete ? false : null;

    /// <summary>Looks at the sheets on the way from one to another, one answer after the other.</summary>
    public void AddWay(FilledSheet from, FilledSheet to)
    {
        int[] planned = [.. from.Classes];
        Add(from);
        for (int question = 0; question < planned.Length; question++)
        {
            if (planned[question] != to.Classes[question])
            {
                planned[question] = to.Classes[question];
                Add(FilledSheet.Of(_model, planned, to.Marks));
            }
        }
    }

    private Scorecard Add(FilledSheet sheet)
    {
        var result = new SheetResult(_model, sheet);
        AddBands(result);
        HasTotal |= result.Total is not null;
        HasBelowMinimum = HasBelowMinimum
            || (_model.Form.Pass?.QuestionMinimum is not null && Verdict.BelowMinimum(_model.Form.Pass, result.Card.Calculation).Any());
        for (int rule = 0; rule < _ruleWorks.Length; rule++)
        {
            _ruleWorks[rule] = _ruleWorks[rule] || !result.IsSameAs(new SheetResult(_without[rule], sheet));
        }

        return result.Card;
    }

    private void AddWeights(Scorecard card)
    {
        for (int question = 0; question < _model.Questions.Length; question++)
        {
            if (card.Questions[question].AppliedWeight is { } weight)
            {
                Lowest[question] = Lowest[question] is { } low ? Fraction.Min(low, weight) : weight;
                Highest[question] = Highest[question] is { } high ? Fraction.Max(high, weight) : weight;
            }
        }
    }

    private void AddBands(SheetResult result)
    {
        if (result.Total is not null)
        {
            AddBand(-1, result.Card.Band, _model.Form.Bands);
        }

        for (int group = 0; group < _model.Groups.Length; group++)
        {
            if (result.Card.Groups[group] is { Score: not null } score)
            {
                AddBand(group, score.Band, score.Group.Bands);
            }
        }
    }

    private void AddBand(int group, Band? reached, ImmutableArray<Band> bands)
    {
        for (int band = 0; band < bands.Length; band++)
        {
            (ReferenceEquals(bands[band], reached) ? _bands : _missed).Add((group, band));
        }
    }
}

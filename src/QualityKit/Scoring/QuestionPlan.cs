using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>One question of a form, made ready for scoring.</summary>
internal sealed class QuestionPlan
{
    public QuestionPlan(EvaluationForm form, int position, int slot, Fraction groupWeights)
    {
        Question source = form.Questions[position];
        Source = source;
        Position = position;
        Group = form.Index.QuestionGroups[position];
        Slot = slot;
        Words = source is MultiSelectQuestion select ? OptionBits.Words(select) : 1;
        IsRequired = source is AnswerableQuestion { IsRequired: true };
        Comment = (source as AnswerableQuestion)?.Comment ?? CommentRule.Never;
        Scored = source as ScoredQuestion;
        if (Scored is not null)
        {
            Scale = AnswerScale.For(Scored);
            Measure = Measure.For(form.Method, Scale);
            Weight = Scored.Weight;
            PathWeight = groupWeights * Weight;
        }
    }

    public Question Source { get; }

    public int Position { get; }

    /// <summary>The position of the group that it is directly in.</summary>
    public int Group { get; }

    public int Slot { get; }

    public int Words { get; }

    /// <summary>The question when it is of a kind that earns points.</summary>
    public ScoredQuestion? Scored { get; }

    public AnswerScale? Scale { get; }

    public Measure Measure { get; }

    /// <summary>Its own weight.</summary>
    public Fraction Weight { get; }

    /// <summary>Its own weight times the weights of all groups around it.</summary>
    public Fraction PathWeight { get; }

    public bool IsRequired { get; }

    public CommentRule Comment { get; }

    /// <summary>Whether some answer to it can fail something.</summary>
    public bool CanFail => Scored is { IsFatal: true } or { IsCritical: true } || Scale is { CanFail: true };

    public bool IsBonus => Scored is { IsBonus: true };
}

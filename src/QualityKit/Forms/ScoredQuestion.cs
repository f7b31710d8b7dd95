namespace QualityKit.Forms;

/// <summary>A question whose answer earns points: <see cref="ChoiceQuestion"/>, <see cref="MultiSelectQuestion"/>, <see cref="NumberQuestion"/>.</summary>
public abstract record ScoredQuestion : AnswerableQuestion
{
    private protected ScoredQuestion()
    {
    }

    /// <summary>Its weight, from 0; what it means depends on the method. Default 1.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>Whether it is part of the critical score (rule S19) and fails below the method's limit (rule S15).</summary>
    public bool IsCritical { get; init; }

    /// <summary>Whether any answer below the best one fails its scope (rule S15).</summary>
    public bool IsFatal { get; init; }

    /// <summary>Whether it adds to what is earned and not to what is possible (rule S11).</summary>
    public bool IsBonus { get; init; }

    /// <summary>Whether it is left out of the score.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>How far it reaches when it fails as fatal or critical; default the form.</summary>
    public FailureScope FailureScope { get; init; } = FailureScope.Form;
}

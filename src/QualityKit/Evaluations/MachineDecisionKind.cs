namespace QualityKit.Evaluations;

/// <summary>What a person made of a machine's suggestion.</summary>
public enum MachineDecisionKind
{
    /// <summary>The answer is the suggested one.</summary>
    Accepted = 0,

    /// <summary>The answer is another one, or there is none.</summary>
    Changed = 1,

    /// <summary>A text, or no answer was suggested.</summary>
    NotCompared = 2,
}

namespace QualityKit.Tests.Scoring;

/// <summary>A row of the table of laws.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Meaning">What is looked at, in a sentence.</param>
/// <param name="Look">Looks whether the law holds for a case: null where it says nothing about the case, empty where it holds, else how it is broken.</param>
/// <param name="Broken">Where the law does not hold: the name of the counter-example in <see cref="LawCounterExamples"/>.</param>
internal sealed record Law(string Name, string Meaning, Func<LawCase, string?> Look, params (LawColumn Column, string CounterExample)[] Broken)
{
    public const string Holds = "";

    public bool HoldsFor(LawColumn column) => Broken.All(cell => cell.Column != column);

    public string CounterExample(LawColumn column) => Broken.Single(cell => cell.Column == column).CounterExample;

    public override string ToString() => Name;
}

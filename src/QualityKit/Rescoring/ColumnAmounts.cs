using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>What every stored code of one question adds, in the units of the packed path.</summary>
internal sealed class ColumnAmounts
{
    public ColumnAmounts(in QuickQuestion question, ColumnQuestion at, int codes)
    {
        Position = question.Slot;
        Question = at;
        Earned = new long[codes];
        Counted = new long[codes];
        Fails = new bool[codes];
        for (int stored = 0; stored < codes; stored++)
        {
            long code = stored - ColumnLayout.Above;
            QuickAmounts amounts = QuickAmounts.Of(in question, code);
            (Earned[stored], Counted[stored]) = (amounts.Earned, amounts.Counted);
            Fails[stored] = code >= 0 && question.Failures is { } failures && failures[question.Ranges?.RangeOf(code) ?? (int)code].Length > 0;
        }
    }

    /// <summary>The position of the question.</summary>
    public int Position { get; }

    public ColumnQuestion Question { get; }

    public long[] Earned { get; }

    public long[] Counted { get; }

    /// <summary>For every code whether it fails the form.</summary>
    public bool[] Fails { get; }

    /// <summary>Whether no answer earns more than counts with it, so that no share is above 1.</summary>
    public bool IsShare => Earned.Zip(Counted).All(amounts => amounts.First <= amounts.Second);
}

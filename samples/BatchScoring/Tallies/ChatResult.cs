
namespace BatchScoring.Tallies;

/// <summary>What became of a line of the input. The kinds are closed:
/// <see cref="ScoredChat"/>, <see cref="SkippedChat"/>, <see cref="DamagedLine"/>.</summary>
internal abstract record ChatResult
{
    private protected ChatResult()
    {
    }

    public required long Line { get; init; }
}

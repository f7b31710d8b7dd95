using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>What one reader sees of individual agents. Everybody sees themselves.</summary>
public sealed class Disclosure
{
    /// <summary>What stands in the place of the id of an agent who is hidden, where an id has to be: <c>-</c>.</summary>
    public const string Nobody = "-";

    private readonly PersonId _reader;
    private readonly PrivacyKey? _key;
    private readonly bool _showsScores;
    private readonly bool _showsTrends;

    internal Disclosure(PersonId reader, PrivacyKey? key, Naming naming, bool showsScores, bool showsTrends)
    {
        _reader = reader;
        _key = key;
        Naming = naming == Naming.Pseudonym && key is null ? Naming.Hidden : naming;
        _showsScores = showsScores;
        _showsTrends = showsTrends;
    }

    /// <summary>How others are shown.</summary>
    public Naming Naming { get; }

    internal int? AggregateAfterMonths { get; init; }

    /// <summary>How to name an agent: the id, a pseudonym, or null for not at all.</summary>
    public string? NameOf(PersonId agent) =>
        agent == _reader || Naming == Naming.Named ? agent.Value
        : Naming == Naming.Pseudonym ? _key!.Pseudonym(agent)
        : null;

    /// <summary>Whether a score of an agent is shown.</summary>
    /// <param name="agent">Whose it is.</param>
    /// <param name="scoredAt">When it was given.</param>
    /// <param name="now">When it is read.</param>
    public bool ShowsScore(PersonId agent, DateTimeOffset scoredAt, DateTimeOffset now) =>
        IsRecent(scoredAt, now) && (agent == _reader || _showsScores);

    /// <summary>Whether a trend or a chart of an agent is shown.</summary>
    public bool ShowsTrend(PersonId agent) => agent == _reader || _showsTrends;

    // Whoever gave a score knows it, while it is kept as a single one.
    internal bool ShowsOwnWork(DateTimeOffset scoredAt, DateTimeOffset now) => IsRecent(scoredAt, now);

    // Old scores are aggregates for the agent too: what is not kept as a single score cannot be shown as one.
    private bool IsRecent(DateTimeOffset scoredAt, DateTimeOffset now) =>
        AggregateAfterMonths is not { } months || now.AddMonths(-months) < scoredAt;
}

namespace BatchScoring.Facts;

/// <summary>Where an agent was seen doing something: the number of the reply, from 1, and the label of the line; null when it was typed.</summary>
internal sealed record Sighting(int Reply, string? Label)
{
    /// <summary>For a comment; never the words themselves, which may be personal.</summary>
    public override string ToString() => FormattableString.Invariant($"reply {Reply}, {(Label is null ? "typed" : $"labelled `{Label}`")}");
}

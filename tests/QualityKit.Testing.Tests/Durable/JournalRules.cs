namespace QualityKit.Testing.Tests.Durable;

/// <summary>How a journal is read again; each rule but the first set makes a store that is wrong after a restart.</summary>
internal sealed record JournalRules
{
    /// <summary>What is done again of what the journal holds; all of it by default.</summary>
    public Func<List<JournalRecord>, IEnumerable<JournalRecord>> Replays { get; init; } = records => records;

    /// <summary>Whether a record at the end counts though its checksum is wrong.</summary>
    public bool TakesTornTail { get; init; }
}

namespace QualityKit.Testing.Conformance;

/// <summary>What several clients did at once, and whether it could have been done one after another.</summary>
/// <remarks>
/// <para>Places (documents, blobs, commands) go from state to state. Each state is reached once, so whoever saw a state says which
/// write it came after, and whoever wrote says which state, and so which write, it followed. What a linearisation has to respect is then known
/// edge by edge, and nothing is left to be guessed:</para>
/// <list type="bullet">
/// <item>the write that made a state comes before everyone who saw it, and before the one write that ended it;</item>
/// <item>everyone who saw a state comes before the write that ended it;</item>
/// <item>who ended before another began comes first.</item>
/// </list>
/// <para>Every one of these edges holds in every linearisation, so a circle means that there is none. Without a circle any topological order
/// is one: in it each place stands, whenever somebody looks, in exactly the state that was seen, because the write that made it is before
/// and the one that ended it behind. So the answer is exact in both directions, and costs the square of the number of entries.</para>
/// </remarks>
internal sealed class History
{
    /// <summary>The state in which every place begins.</summary>
    public const string Absent = "absent";

    private readonly Lock _lock = new();
    private readonly List<HistoryEntry> _entries = [];
    private int _clock;

    public int Now() => Interlocked.Increment(ref _clock);

    public void Add(HistoryEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }

    /// <exception cref="ConformanceException">No order of the entries, one after another, gives what they saw.</exception>
    public void Check()
    {
        HistoryEntry[] entries = [.. _entries.OrderBy(entry => entry.Began)];
        var makers = new Dictionary<(string Place, string State), int>();
        var enders = new Dictionary<(string Place, string State), int>();
        for (int number = 0; number < entries.Length; number++)
        {
            foreach ((string place, string from, string to) in entries[number].Wrote)
            {
                Claim(entries, makers, (place, to), number, "both made");
                Claim(entries, enders, (place, from), number, "both followed");
            }
        }

        var order = new HistoryOrder(entries);
        for (int number = 0; number < entries.Length; number++)
        {
            Relate(order, makers, enders, number);
        }

        order.ExpectNoCircle();
    }

    private static void Claim(HistoryEntry[] entries, Dictionary<(string Place, string State), int> owners, (string Place, string State) state, int number, string what)
    {
        if (!owners.TryAdd(state, number))
        {
            throw new ConformanceException($"`{entries[owners[state]].Name}` and `{entries[number].Name}` {what} {state.Place} at {state.State}");
        }
    }

    private static void Relate(
        HistoryOrder order, Dictionary<(string Place, string State), int> makers, Dictionary<(string Place, string State), int> enders, int number)
    {
        HistoryEntry entry = order.Entries[number];
        foreach ((string place, string state) in entry.Saw.Concat(entry.Wrote.Select(write => (write.Place, write.From))))
        {
            bool isMade = makers.TryGetValue((place, state), out int maker);
            Expect.True(isMade || state == Absent, $"`{entry.Name}` saw {place} at {state}, which nobody wrote");
            if (isMade)
            {
                order.Before(maker, number, $"{place} at {state}, which is seen by");
            }

            if (enders.TryGetValue((place, state), out int ender))
            {
                order.Before(number, ender, $"saw {place} before it was changed by");
            }
        }
    }
}

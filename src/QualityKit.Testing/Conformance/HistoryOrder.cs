using System.Text;

namespace QualityKit.Testing.Conformance;

/// <summary>Which entries of a history come before which, and why.</summary>
internal sealed class HistoryOrder
{
    private readonly Dictionary<int, string>[] _next;

    /// <summary>Entries, of which the earlier began first; who ended before another began comes before it.</summary>
    public HistoryOrder(HistoryEntry[] entries)
    {
        Entries = entries;
        _next = [.. entries.Select(_ => new Dictionary<int, string>())];
        for (int first = 0; first < entries.Length; first++)
        {
            for (int second = first + 1; second < entries.Length; second++)
            {
                if (entries[first].Ended < entries[second].Began)
                {
                    _next[first].Add(second, "ended before the start of");
                }
            }
        }
    }

    public HistoryEntry[] Entries { get; }

    public void Before(int first, int second, string why)
    {
        if (first != second)
        {
            _next[first][second] = why;
        }
    }

    /// <exception cref="ConformanceException">Some entries each come before the next and the last before the first; the message is the shortest such circle.</exception>
    public void ExpectNoCircle()
    {
        HashSet<int> rest = WhatNoOrderReaches();
        if (rest.Count == 0)
        {
            return;
        }

        List<int> circle = rest.Select(start => CircleFrom(start, rest)).Where(found => found.Count > 0).MinBy(found => found.Count)!;
        var text = new StringBuilder("no order, one after another, gives what the clients saw:");
        for (int at = 0; at < circle.Count; at++)
        {
            text.Append("\n  ").Append(Entries[circle[at]].Name).Append("\n    ").Append(_next[circle[at]][circle[(at + 1) % circle.Count]]);
        }

        throw new ConformanceException(text.Append("\n  the first of these").ToString());
    }

    private HashSet<int> WhatNoOrderReaches()
    {
        int[] waiting = new int[Entries.Length];
        foreach (int second in _next.SelectMany(next => next.Keys))
        {
            waiting[second]++;
        }

        var free = new Queue<int>(Enumerable.Range(0, Entries.Length).Where(number => waiting[number] == 0));
        HashSet<int> rest = [.. Enumerable.Range(0, Entries.Length)];
        while (free.TryDequeue(out int number))
        {
            rest.Remove(number);
            foreach (int second in _next[number].Keys.Where(second => --waiting[second] == 0))
            {
                free.Enqueue(second);
            }
        }

        return rest;
    }

    // Breadth first from one entry back to it.
    private List<int> CircleFrom(int start, HashSet<int> among)
    {
        var from = new Dictionary<int, int>();
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out int number))
        {
            foreach (int second in _next[number].Keys.Where(among.Contains))
            {
                if (second == start)
                {
                    return Path(from, start, number);
                }

                if (from.TryAdd(second, number))
                {
                    open.Enqueue(second);
                }
            }
        }

        return [];
    }

    private static List<int> Path(Dictionary<int, int> from, int start, int last)
    {
        List<int> path = [last];
        while (path[^1] != start)
        {
            path.Add(from[path[^1]]);
        }

        path.Reverse();
        return path;
    }
}

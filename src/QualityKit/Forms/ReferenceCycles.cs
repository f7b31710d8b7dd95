using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Items whose visibility depends on each other: through the questions they look at and the groups they are in.</summary>
/// <remarks>Found by a depth-first search without recursion. An item is part of one cycle at most, so a form has no more cycles to read than items;
/// what is left of a tangle shows as forward references.</remarks>
internal sealed class ReferenceCycles
{
    private readonly Dictionary<int, ImmutableArray<int>> _cycles = [];
    private readonly HashSet<(int From, int To)> _references = [];

    private ReferenceCycles()
    {
    }

    public static ReferenceCycles Of(FormOutline outline, Func<int, ConditionOutline?> conditionAt)
    {
        var search = new Search(position => Dependencies(outline, conditionAt(position), position));
        for (int position = 0; position < outline.Places.Length; position++)
        {
            search.From(position);
        }

        var cycles = new ReferenceCycles();
        foreach (int[] cycle in search.Cycles)
        {
            cycles.Add(cycle);
        }

        return cycles;
    }

    public bool Contains(int from, int to) => _references.Contains((from, to));

    public ImmutableArray<int>? StartingAt(int position) => _cycles.TryGetValue(position, out ImmutableArray<int> cycle) ? cycle : null;

    // Looking at oneself, or a group at its own questions, is an issue of its own.
    private static ImmutableArray<int> Dependencies(FormOutline outline, ConditionOutline? condition, int position)
    {
        IEnumerable<int> questions = (condition?.Leaves ?? [])
            .Where(leaf => leaf.Question is not null)
            .Select(leaf => outline.QuestionAt(leaf.Question!))
            .Where(question => question >= 0 && !outline.IsWithin(question, position))
            .Distinct();
        int parent = outline.Places[position].Parent;
        return parent < 0 ? [.. questions] : [.. questions, parent];
    }

    // The first item of a cycle in document order looks forward, since a group comes before what is in it: there the cycle is reported.
    private void Add(int[] cycle)
    {
        int start = Array.IndexOf(cycle, cycle.Min());
        ImmutableArray<int> round = [.. cycle[start..], .. cycle[..(start + 1)]];
        _cycles.Add(round[0], round);
        for (int step = 1; step < round.Length; step++)
        {
            _references.Add((round[step - 1], round[step]));
        }
    }

    private sealed class Search(Func<int, ImmutableArray<int>> dependencies)
    {
        private readonly List<int> _path = [];
        private readonly Stack<IEnumerator<int>> _open = [];
        private readonly Dictionary<int, int> _onPath = [];
        private readonly HashSet<int> _seen = [];

        // For each step of the path the last step, up to it, that is part of a cycle; -1 for none.
        private readonly List<int> _lastOnCycle = [];

        public List<int[]> Cycles { get; } = [];

        public void From(int root)
        {
            if (_seen.Add(root))
            {
                Open(root);
            }

            while (_open.TryPeek(out IEnumerator<int>? next))
            {
                if (!next.MoveNext())
                {
                    Close();
                }
                else if (_seen.Add(next.Current))
                {
                    Open(next.Current);
                }
                else if (_onPath.TryGetValue(next.Current, out int start))
                {
                    Note(start);
                }
            }
        }

        private void Open(int position)
        {
            _onPath.Add(position, _path.Count);
            _path.Add(position);
            _lastOnCycle.Add(_lastOnCycle.Count == 0 ? -1 : _lastOnCycle[^1]);
            _open.Push(((IEnumerable<int>)dependencies(position)).GetEnumerator());
        }

        private void Close()
        {
            _open.Pop().Dispose();
            _onPath.Remove(_path[^1]);
            _path.RemoveAt(_path.Count - 1);
            _lastOnCycle.RemoveAt(_path.Count);
        }

        private void Note(int start)
        {
            if (_lastOnCycle[^1] >= start)
            {
                return;
            }

            Cycles.Add([.. _path.Skip(start)]);
            for (int step = start; step < _path.Count; step++)
            {
                _lastOnCycle[step] = step;
            }
        }
    }
}

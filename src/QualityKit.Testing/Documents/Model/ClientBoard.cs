using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>What the clients tell each other: which documents there are, and which version each had when somebody last saw it.</summary>
/// <remarks>Two kinds of documents, so that being absent always names one state. Raced ones may be created by anyone and are never deleted:
/// absent means not created yet. Own ones are told of only after they were created, and never created again: absent means deleted.</remarks>
internal sealed class ClientBoard
{
    private static readonly DocumentKey[] Raced = [Bench.Note("raced-0"), Bench.Note("raced-1"), Bench.Note("raced-2")];

    private readonly Lock _lock = new();
    private readonly List<DocumentKey> _keys = [.. Raced];
    private readonly Dictionary<DocumentKey, DocumentVersion?> _known = [];
    private readonly List<DocumentBatch> _recent = [];

    public static bool IsRaced(DocumentKey key) => Raced.Contains(key);

    public DocumentKey[] Keys
    {
        get
        {
            lock (_lock)
            {
                return [.. _keys];
            }
        }
    }

    public DocumentVersion? Known(DocumentKey key)
    {
        lock (_lock)
        {
            return _known.GetValueOrDefault(key);
        }
    }

    public void Tell(DocumentKey key, DocumentVersion? version)
    {
        lock (_lock)
        {
            if (!_known.ContainsKey(key) && !_keys.Contains(key))
            {
                _keys.Add(key);
            }

            _known[key] = version;
        }
    }

    public void Sending(DocumentBatch batch)
    {
        lock (_lock)
        {
            _recent.Add(batch);
        }
    }

    public DocumentBatch? Recent(int back)
    {
        lock (_lock)
        {
            return back < _recent.Count ? _recent[^(back + 1)] : null;
        }
    }
}

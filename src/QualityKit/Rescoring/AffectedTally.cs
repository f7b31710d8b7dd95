namespace QualityKit.Rescoring;

/// <summary>Counts evaluations that something happens to.</summary>
internal sealed class AffectedTally(int mostListed)
{
    private readonly IdShortlist _ids = new(mostListed);
    private readonly NamedCounter _reasons = new();
    private long _count;

    public AffectedCases Cases => new() { Count = _count, Ids = _ids.Ids, Reasons = _reasons.Counts };

    /// <summary>Counts one evaluation, and each of its reasons once.</summary>
    public void Add(string id, IEnumerable<string> reasons)
    {
        _count++;
        _ids.Add(id);
        foreach (string reason in reasons.Distinct(StringComparer.Ordinal))
        {
            _reasons.Add(reason);
        }
    }

    public void AddRange(AffectedCases cases)
    {
        _count += cases.Count;
        _ids.AddRange(cases.Ids);
        _reasons.AddRange(cases.Reasons);
    }
}

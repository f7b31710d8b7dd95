namespace QualityKit.Testing.Documents.Model;

/// <summary>One step of a random sequence. It names documents, not versions, so it still means something when the steps before it change.</summary>
internal abstract record Step(int Node)
{
    /// <summary>Takes the step on the store and on the model, and compares.</summary>
    public abstract Task TakeAsync(Walk walk);

    /// <summary>Steps that do less, of which one may be enough to fail.</summary>
    public virtual IEnumerable<Step> Simpler() => [];

    public sealed override string ToString() => $"node {Node}: {Words()}";

    private protected abstract string Words();
}

namespace QualityKit.Testing.Documents.Model;

/// <summary>Opens the store once more, after a kill or beside the node that is open.</summary>
internal sealed record OpenStep(int Node, bool Kills) : Step(Node)
{
    public override Task TakeAsync(Walk walk) => Kills ? walk.KillAsync() : walk.OpenAsync();

    private protected override string Words() => Kills ? "kill, then open again" : "open once more";
}

namespace QualityKit.Testing.Documents.Model;

/// <summary>Sends a batch again that was sent some batches ago, whatever became of it.</summary>
internal sealed record RepeatStep(int Node, int Back) : Step(Node)
{
    public override Task TakeAsync(Walk walk) =>
        Back < walk.Sent.Count ? walk.SendAsync(walk.Sent[^(Back + 1)], Node) : Task.CompletedTask;

    public override IEnumerable<Step> Simpler() => Back > 0 ? [this with { Back = 0 }] : [];

    private protected override string Words() => Back == 0 ? "the last batch again" : $"the batch of {Back} before the last again";
}

using QualityKit.Events;

namespace QualityKit.Tests.Services;

internal sealed class FirstTeller(Board board) : IEventHandler
{
    public string Name => "first";

    public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken) => board.Tell(Name, happened, cancellationToken);
}

using QualityKit.Events;

namespace QualityKit.Tests.Services;

internal sealed class SecondTeller(Board board) : IEventHandler
{
    public string Name => "second";

    public ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken) => board.Tell(Name, happened, cancellationToken);
}

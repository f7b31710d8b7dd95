namespace QualityKit.Testing.Conformance;

/// <summary>Lets everyone who waits for the thread pool go first. <see cref="Task.Yield"/> does not: what it puts off is taken up next by the same thread, so that on a busy machine nobody comes in between.</summary>
internal static class Turn
{
    public static Task PassAsync() => Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
}

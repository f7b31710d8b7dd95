using System.Runtime.ExceptionServices;

namespace QualityKit.Vault;

/// <summary>A thread that runs synchronous audio code. Whatever that has to wait for is awaited by the caller, who blocks nobody; the thread itself waits, and it is nobody else's.</summary>
internal sealed class AudioThread : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0);
    private readonly SemaphoreSlim _answered = new(0);
    private Func<ValueTask>? _ask;
    private Exception? _failure;

    private AudioThread()
    {
    }

    /// <summary>Runs code on a thread of its own.</summary>
    /// <param name="work">The code.</param>
    /// <returns>What it gave. Where something that was awaited for it failed, that is thrown, whatever the code made of it.</returns>
    public static async Task<T> RunAsync<T>(Func<AudioThread, T> work)
    {
        using var thread = new AudioThread();
        Task<T> done = Task.Factory.StartNew(() => thread.Work(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await thread.ServeAsync().ConfigureAwait(false);
        try
        {
            return await done.ConfigureAwait(false);
        }
        finally
        {
            thread.ThrowIfFailed();
        }
    }

    /// <summary>Has something awaited. For the code that runs on the thread.</summary>
    public void Wait(Func<ValueTask> asked)
    {
        ThrowIfFailed();
        _ask = asked;
        _asked.Release();
        _answered.Wait();
        ThrowIfFailed();
    }

    public void Dispose()
    {
        _asked.Dispose();
        _answered.Dispose();
    }

    private T Work<T>(Func<AudioThread, T> work)
    {
        try
        {
            return work(this);
        }
        finally
        {
            _ask = null;
            _asked.Release();
        }
    }

    private async Task ServeAsync()
    {
        while (await NextAsync().ConfigureAwait(false) is { } ask)
        {
            try
            {
                await ask().ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                _failure = problem;
            }

            _answered.Release();
        }
    }

    private async Task<Func<ValueTask>?> NextAsync()
    {
        await _asked.WaitAsync().ConfigureAwait(false);
        return _ask;
    }

    // Once something failed nothing is awaited any more: what is half read is never taken for the end.
    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }
}

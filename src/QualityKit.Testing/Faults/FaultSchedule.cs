using System.Collections.Immutable;
using QualityKit.Storage.Errors;

namespace QualityKit.Testing.Faults;

/// <summary>Counts the calls that pass through faulty stores and wrappers, and says which go wrong. Several of them may share one; safe to share between threads.</summary>
public sealed class FaultSchedule
{
    private readonly Lock _lock = new();
    private readonly ImmutableArray<Fault> _faults;
    private readonly Dictionary<string, int> _calls = [];
    private readonly List<string> _log = [];
    private bool _isOver;

    /// <summary>A schedule.</summary>
    /// <param name="faults">What goes wrong; nothing at all to count only.</param>
    public FaultSchedule(params ImmutableArray<Fault> faults) => _faults = faults.IsDefault ? [] : faults;

    /// <summary>How many calls passed so far.</summary>
    public int Calls
    {
        get
        {
            lock (_lock)
            {
                return _log.Count;
            }
        }
    }

    /// <summary>Whether any fault struck: when none did, the loop over every call is at its end.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Every call in order, such as <c>3 CommitAsync: AfterEffect</c>.</summary>
    public ImmutableArray<string> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    internal static StorageUnavailableException Lost(string operation) => new($"{operation}: a fault was asked for");

    /// <summary>Counts a call, and says what goes wrong with it.</summary>
    internal Fault? Next(string operation)
    {
        lock (_lock)
        {
            int ofOperation = _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
            int ofAll = _log.Count + 1;
            Fault? fault = _isOver
                ? Fault.Before(ofAll)
                : _faults.FirstOrDefault(given => given.Operation is null ? given.Call == ofAll : given.Operation == operation && given.Call == ofOperation);
            _log.Add(fault is null ? $"{ofAll} {operation}" : $"{ofAll} {operation}: {fault.Kind}");
            HasStruck |= fault is not null;
            _isOver |= fault is { IsLasting: true };
            return fault;
        }
    }

    /// <summary>Makes a call, with what goes wrong with it. A cut is the caller's to make where the call has a middle, else it fails.</summary>
    internal async ValueTask<T> CallAsync<T>(string operation, Func<ValueTask<T>> call, CancellationToken cancellationToken, bool repeats = true)
    {
        Fault? fault = Next(operation);
        if (fault is { Kind: FaultKind.BeforeEffect or FaultKind.Cut })
        {
            throw Lost(operation);
        }

        await WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        T result = await call().ConfigureAwait(false);
        return fault?.Kind switch
        {
            FaultKind.AfterEffect => throw Lost(operation),
            FaultKind.Duplicate when repeats => await call().ConfigureAwait(false),
            _ => result,
        };
    }

    internal static Task WaitAsync(Fault? fault, CancellationToken cancellationToken) =>
        fault is { Kind: FaultKind.Delay } ? Task.Delay(fault.Duration, fault.Time!, cancellationToken) : Task.CompletedTask;

    /// <summary>Lists something, with what goes wrong with it: at its start, after some entries, or at its end.</summary>
    internal async IAsyncEnumerable<T> ListAsync<T>(
        string operation, IAsyncEnumerable<T> entries, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Fault? fault = Next(operation);
        await WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        int left = fault?.Kind switch
        {
            FaultKind.BeforeEffect => 0,
            FaultKind.Cut => fault.Passes,
            _ => int.MaxValue,
        };
        await foreach (T entry in entries.ConfigureAwait(false))
        {
            if (left-- == 0)
            {
                break;
            }

            yield return entry;
        }

        if (fault?.Kind is FaultKind.BeforeEffect or FaultKind.AfterEffect or FaultKind.Cut)
        {
            throw Lost(operation);
        }
    }
}

namespace QualityKit.Testing.Faults;

/// <summary>One thing that goes wrong, and with which call.</summary>
public sealed record Fault
{
    private Fault(int call, FaultKind kind) => (Call, Kind) = (call, kind);

    /// <summary>The number of the call, from 1, among all that a schedule counts, or among those of <see cref="Operation"/>.</summary>
    public int Call { get; }

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; }

    /// <summary>The only member whose calls are counted, such as <c>CommitAsync</c>; null for all.</summary>
    public string? Operation { get; private init; }

    /// <summary>Whether every later call fails too, before its effect, as after the end of a process.</summary>
    public bool IsLasting { get; private init; }

    /// <summary>How many bytes, entries or keys pass before a cut.</summary>
    public int Passes { get; private init; }

    internal TimeSpan Duration { get; private init; }

    internal TimeProvider? Time { get; private init; }

    /// <summary>The call fails, and nothing happened.</summary>
    public static Fault Before(int call) => new(AtLeastOne(call), FaultKind.BeforeEffect);

    /// <summary>What the call asked for happens, and its reply is lost.</summary>
    public static Fault After(int call) => new(AtLeastOne(call), FaultKind.AfterEffect);

    /// <summary>The call is delivered twice. Calls that no network repeats, such as writing to a staged blob, are left as they are.</summary>
    public static Fault Twice(int call) => new(AtLeastOne(call), FaultKind.Duplicate);

    /// <summary>The call waits before it begins.</summary>
    /// <param name="call">Its number, from 1.</param>
    /// <param name="duration">How long.</param>
    /// <param name="time">By whose clock; with <see cref="Time.ManualTimeProvider"/> it waits for the test.</param>
    public static Fault Delayed(int call, TimeSpan duration, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(AtLeastOne(call), FaultKind.Delay) { Duration = duration, Time = time };
    }

    /// <summary>The call breaks off in the middle; what it gave is broken from then on. A call that has no middle fails before its effect.</summary>
    /// <param name="call">Its number, from 1.</param>
    /// <param name="passes">How many bytes, entries or keys pass before.</param>
    public static Fault CutAfter(int call, int passes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passes);
        return new(AtLeastOne(call), FaultKind.Cut) { Passes = passes };
    }

    /// <summary>The same fault, but only calls of one member are counted.</summary>
    public Fault On(string operation)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        return this with { Operation = operation };
    }

    /// <summary>The same fault, and every later call fails too: nothing can be reached any more.</summary>
    public Fault Lasting() => this with { IsLasting = true };

    /// <summary>The kind and the call.</summary>
    public override string ToString() => $"{Kind} at call {Call}{(Operation is null ? "" : $" of {Operation}")}{(IsLasting ? " and all later" : "")}";

    private static int AtLeastOne(int call)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(call);
        return call;
    }
}

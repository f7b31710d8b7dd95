using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Keys;

/// <summary>What a command makes of a ring before its revision is counted: another ring with facts, the same ring without, or issues.</summary>
internal sealed record KeyOutcome
{
    public KeyRing? Ring { get; private init; }

    public ImmutableArray<KeyFact> Facts { get; private init; } = [];

    public ImmutableArray<Issue> Issues { get; private init; } = [];

    /// <summary>It was done before.</summary>
    public static KeyOutcome Unchanged(KeyRing ring) => new() { Ring = ring };

    public static KeyOutcome Changed(KeyRing ring, params ImmutableArray<KeyFact> facts) => new() { Ring = ring, Facts = facts };

    public static KeyOutcome Refused(string code, params ReadOnlySpan<(string Name, object Value)> arguments) => Refused([IssueOf(code, arguments)]);

    public static KeyOutcome Refused(ImmutableArray<Issue> issues) => new() { Issues = issues };

    public static Issue IssueOf(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var named = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach ((string name, object value) in arguments)
        {
            named.Add(new() { Name = name, Value = value });
        }

        return new() { Code = code, Arguments = named.MoveToImmutable() };
    }
}

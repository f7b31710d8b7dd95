using System.Collections.Immutable;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>One step of one of several clients. Slots name documents by their place among those that are known when the step is taken.</summary>
internal sealed record ClientStep(int Client, ClientAction Action, ImmutableArray<int> Slots, int Choice)
{
    public static ImmutableArray<ClientStep> Make(Dice dice, ConformanceOptions options) =>
        [.. Enumerable.Range(0, options.Steps).Select(number => new ClientStep(number % options.Clients, Throw(dice), [.. Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.Below(64))], dice.Below(100)))];

    public override string ToString() => $"client {Client}: {Action} {string.Join(",", Slots)} ({Choice})";

    private static ClientAction Throw(Dice dice) => dice.Below(100) switch
    {
        < 50 => ClientAction.Commit,
        < 60 => ClientAction.CreateOwn,
        < 75 => ClientAction.Read,
        < 88 => ClientAction.List,
        _ => ClientAction.Resend,
    };
}

using QualityKit.People;

namespace QualityKit.Keys;

/// <summary>What a command meets.</summary>
internal sealed record KeySituation(KeyRing Ring, Actor Actor, KeyPolicy Policy, DateTimeOffset Now);

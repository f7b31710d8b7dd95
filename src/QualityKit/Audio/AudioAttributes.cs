using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Audio;

/// <summary>Measures of a call as attributes, so that whatever asks for attributes can ask for them. None is about a customer.</summary>
public static class AudioAttributes
{
    /// <summary>The longest dead air, in seconds.</summary>
    public const string LongestDeadAir = "audio.longestDeadAir";

    /// <summary>Which share of the recorded time is dead air, 0 to 1.</summary>
    public const string DeadAirShare = "audio.deadAirShare";

    /// <summary>All overtalk together, in seconds.</summary>
    public const string TotalOvertalk = "audio.totalOvertalk";

    /// <summary>Which share of the recorded time is overtalk, 0 to 1.</summary>
    public const string OvertalkShare = "audio.overtalkShare";

    /// <summary>Which share of all talk the agent's channel has, 0 to 1.</summary>
    public const string AgentTalkShare = "audio.agentTalkShare";

    private const int Digits = 6;

    /// <summary>What a host adds to its schema: each is a number and has one value.</summary>
    public static ImmutableArray<AttributeDeclaration> Declarations { get; } =
    [
        .. new[] { LongestDeadAir, DeadAirShare, TotalOvertalk, OvertalkShare, AgentTalkShare }
            .Select(name => new AttributeDeclaration { Name = name, Kind = AttributeKind.Number, IsSingle = true }),
    ];

    /// <summary>The measures, rounded to a millionth of a second or of the whole; a share that there is not is left out.</summary>
    /// <param name="measures">What was measured.</param>
    /// <param name="agentChannel">Which channel the agent is on, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public static AttributeSet Of(CallMeasures measures, int agentChannel)
    {
        ArgumentNullException.ThrowIfNull(measures);
        (string Name, double? Value)[] values =
        [
            (LongestDeadAir, measures.LongestDeadAir.TotalSeconds), (DeadAirShare, measures.DeadAirShare),
            (TotalOvertalk, measures.TotalOvertalk.TotalSeconds), (OvertalkShare, measures.OvertalkShare), (AgentTalkShare, measures.TalkShare(agentChannel)),
        ];
        return values.Where(value => value.Value is not null)
            .Aggregate(AttributeSet.Empty, (set, value) => set.With(value.Name, AttributeValue.Of(Math.Round((decimal)value.Value!.Value, Digits))));
    }
}

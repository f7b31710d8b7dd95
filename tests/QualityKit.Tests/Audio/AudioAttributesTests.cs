using QualityKit.Audio;
using QualityKit.Interactions;

namespace QualityKit.Tests.Audio;

public sealed class AudioAttributesTests
{
    private static readonly AttributeSchema Schema = AttributeSchema.Of(AudioAttributes.Declarations).Value;

    [Fact]
    public void Measures_are_attributes_that_conditions_can_ask_for()
    {
        AttributeSet attributes = AudioAttributes.Of(Measure(Sound.Talk(20, (0, 6), (18, 20)), Sound.Talk(20, (5, 7))), agentChannel: 0);

        Assert.Empty(attributes.Check(Schema));
        Assert.Equal([AttributeValue.Of(11m)], attributes[AudioAttributes.LongestDeadAir].AsEnumerable());
        Assert.Equal([AttributeValue.Of(0.55m)], attributes[AudioAttributes.DeadAirShare].AsEnumerable());
        Assert.Equal([AttributeValue.Of(1m)], attributes[AudioAttributes.TotalOvertalk].AsEnumerable());
        Assert.Equal([AttributeValue.Of(0.05m)], attributes[AudioAttributes.OvertalkShare].AsEnumerable());
        Assert.Equal([AttributeValue.Of(0.8m)], attributes[AudioAttributes.AgentTalkShare].AsEnumerable());
        Assert.Empty(attributes.Personal(Schema).Names);
    }

    [Fact]
    public void A_share_that_there_is_not_is_left_out()
    {
        Assert.Equal([AudioAttributes.DeadAirShare, AudioAttributes.LongestDeadAir, AudioAttributes.OvertalkShare, AudioAttributes.TotalOvertalk], AudioAttributes.Of(Measure(new short[80_000]), 0).Names);
        Assert.Throws<ArgumentOutOfRangeException>("channel", () => AudioAttributes.Of(Measure(new short[80_000]), 1));
    }

    private static CallMeasures Measure(params short[][] channels)
    {
        var levels = new LevelTrackBuilder(8000, channels.Length);
        levels.Add(Sound.Join(channels));
        return levels.Build().Measure();
    }
}

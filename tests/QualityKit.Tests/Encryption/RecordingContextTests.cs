using QualityKit.Encryption;

namespace QualityKit.Tests.Encryption;

public sealed class RecordingContextTests
{
    [Fact]
    public void A_context_has_one_form_in_bytes()
    {
        byte[] bytes = new RecordingContext(new("acme"), new("é1"), MediaKind.Screen).ToBytes();
        Assert.Equal("716B31" + "0004" + "61636D65" + "0003" + "C3A931" + "06", Convert.ToHexString(bytes));
    }

    [Fact]
    public void A_context_is_read_back()
    {
        foreach (MediaKind media in Enum.GetValues<MediaKind>())
        {
            var context = new RecordingContext(new(new string('t', 128)), new("r"), media);
            Assert.Equal(context, RecordingContext.Read(context.ToBytes()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("716B")]
    [InlineData("716B31")]
    [InlineData("716B3100")]
    [InlineData("716B320001610001620001")]
    [InlineData("716B31000161000162")] // no medium
    [InlineData("716B3100016100016200")] // a medium that is none
    [InlineData("716B3100016100016207")]
    [InlineData("716B310001610001620101")] // something behind it
    [InlineData("716B3100000001620001")] // no tenant
    [InlineData("716B31000161000001")] // no recording
    [InlineData("716B310001610009")] // ends early
    [InlineData("716B31FFFF61")]
    [InlineData("716B310001FF00016201")] // not UTF-8
    [InlineData("716B3100010A00016201")] // a control character
    public void Other_bytes_are_no_context(string hex) => Assert.Null(RecordingContext.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("", "r")]
    [InlineData(null, "r")]
    [InlineData("t", "")]
    [InlineData("t", null)]
    [InlineData("t\n", "r")]
    [InlineData("t", "\0")]
    public void An_id_that_is_none_is_refused(string? tenant, string? recording) =>
        Assert.Throws<ArgumentException>(() => new RecordingContext(new(tenant!), new(recording!), MediaKind.Audio));

    [Fact]
    public void What_is_outside_its_range_is_named()
    {
        Assert.Equal("tenant", Assert.Throws<ArgumentException>(() => new RecordingContext(new("\ud800"), new("r"), MediaKind.Audio)).ParamName);
        Assert.Equal("tenant", Assert.Throws<ArgumentException>(() => new RecordingContext(new(new string('é', 65)), new("r"), MediaKind.Audio)).ParamName);
        Assert.Equal("recording", Assert.Throws<ArgumentException>(() => new RecordingContext(new("t"), new(new string('é', 65)), MediaKind.Audio)).ParamName);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new RecordingContext(new("t"), new("r"), (MediaKind)9));
        Assert.Equal("media", refused.ParamName);
        Assert.StartsWith("is not a kind of media (Parameter 'media')", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            "is not 1 to 128 bytes of UTF-8 without control characters (Parameter 'recording')",
            Assert.Throws<ArgumentException>(() => new RecordingContext(new("t"), new(""), MediaKind.Audio)).Message);
    }

    [Fact]
    public void The_name_of_a_recording_prints_itself()
    {
        Assert.Equal("call-7", new RecordingId("call-7").ToString());
        Assert.Equal("", default(RecordingId).ToString());
    }
}

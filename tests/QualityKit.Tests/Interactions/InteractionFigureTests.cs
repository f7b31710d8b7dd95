using QualityKit.Interactions;

namespace QualityKit.Tests.Interactions;

public sealed class InteractionFigureTests
{
    private static readonly Interaction Full = Calls.Full;

    [Fact]
    public void Queues_wrap_ups_and_times_are_those_of_the_segments()
    {
        Assert.Equal(["billing", "retention"], Full.Queues.ToArray());
        Assert.Equal(["transferred", "solved", "callback"], Full.WrapUps.ToArray());
        Assert.Equal(TimeSpan.FromMinutes(10), Full.Duration);
        Assert.Equal(TimeSpan.FromSeconds(30), Full.HoldTime);
        Assert.Null((Full with { EndedAt = null }).Duration);
    }

    [Fact]
    public void A_gap_is_never_silence() => Assert.Equal(TimeSpan.FromSeconds(20 + 30 - 10), Full.SilenceTime);

    [Fact]
    public void A_moment_counts_once_however_often_it_is_reported() =>
        Assert.Equal(TimeSpan.FromSeconds(15), (Full with { Holds = [Calls.Stretch(5, 15), Calls.Stretch(0, 10), Calls.Stretch(2, 4)] }).HoldTime);

    [Fact]
    public void The_latest_consent_counts()
    {
        Assert.Equal(ConsentStatus.Withdrawn, Full.ConsentOf("customer"));
        Assert.Equal(ConsentStatus.Unknown, Full.ConsentOf("agent"));
        Assert.Equal(ConsentStatus.Unknown, Full.ConsentOf(null));
        Assert.Equal(ConsentStatus.Given, (Full with { Consents = [Full.Consents[0], new() { Participant = "customer", Status = ConsentStatus.Refused }] }).ConsentOf("customer"));
    }

    [Fact]
    public void A_withdrawn_consent_is_missing_whatever_the_rules_say()
    {
        MissingConsent missing = Assert.Single(ConsentRules.None.Missing(Full));

        Assert.Equal(("customer", ParticipantRole.Customer, ConsentStatus.Withdrawn), (missing.Participant, missing.Role, missing.Status));
    }

    [Theory]
    [InlineData("DK", true)]
    [InlineData("SE", false)]
    [InlineData("NO", true)]
    [InlineData(null, true)]
    public void The_rule_of_the_jurisdiction_says_whose_consent_is_needed(string? jurisdiction, bool isMissing)
    {
        ConsentRules rules = ConsentRules.Of(
        [
            new() { Jurisdiction = "DK", Roles = [ParticipantRole.Customer] },
            new() { Jurisdiction = "SE" },
            new() { Jurisdiction = ConsentRule.Elsewhere, Roles = [ParticipantRole.Customer] },
        ]);
        Interaction silent = Full with { Consents = [], Jurisdictions = jurisdiction is null ? [] : [jurisdiction] };
        Interaction consenting = silent with { Consents = [new() { Participant = "customer", Status = ConsentStatus.Given }] };

        Assert.Equal(isMissing, !rules.Missing(silent).IsEmpty);
        Assert.Empty(rules.Missing(consenting));
    }

    [Fact]
    public void Two_jurisdictions_ask_for_both()
    {
        ConsentRules rules = ConsentRules.Of(
        [
            new() { Jurisdiction = "DK", Roles = [ParticipantRole.Customer] },
            new() { Jurisdiction = "DE", Roles = [ParticipantRole.Agent, ParticipantRole.Monitor] },
        ]);

        Assert.Equal(
            ["customer", "agent", null],
            rules.Missing(Full with { Consents = [], Jurisdictions = ["DK", "DE"] }).Select(missing => missing.Participant));
    }

    [Fact]
    public void Media_and_interactions_that_lost_their_other_half_are_listed()
    {
        MediaSource[] kept = [Media("r-1", "call-1"), Media("r-9", "call-1"), Media("r-8", "gone"), Media("r-7", null)];

        MediaReconciliation found = MediaReconciliation.Of([Full, Full with { Id = new("call-2"), Links = [] }], kept);

        Assert.Equal(["r-7", "r-8"], found.Orphans.Select(source => source.Id));
        Assert.Equal(["r-9"], found.Unlinked.Select(source => source.Id));
        MissingMedia missing = Assert.Single(found.Missing);
        Assert.Equal(new InteractionId("call-1"), missing.Interaction);
        Assert.Equal(["r-2"], missing.Ids.ToArray());
    }

    [Fact]
    public void Personal_attributes_are_kept_apart_and_so_are_unknown_ones()
    {
        AttributeSet attributes = Full.Attributes.With("undeclared", AttributeValue.Of("x"));

        Assert.Equal(["phone", "undeclared"], attributes.Personal(Calls.Schema).Names);
        Assert.Equal(["amount", "ordered", "owner", "tier", "vip"], attributes.Impersonal(Calls.Schema).Names);
    }

    private static MediaSource Media(string id, string? interaction) => new() { Id = id, Interaction = interaction is null ? null : new InteractionId(interaction) };
}

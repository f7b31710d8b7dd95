using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Tests.Interactions;

namespace QualityKit.Tests.Privacy;

public sealed class DisclosureTests
{
    private static readonly PrivacyKey Key = new([.. Enumerable.Repeat((byte)7, 32)]);
    private static readonly PersonId Anna = new("anna");

    private static readonly DisclosurePolicy Council = new()
    {
        Rules =
        [
            new() { Role = "supervisor", ShowsTrends = false },
            new() { Role = "analyst", Naming = Naming.Pseudonym, ShowsScores = false },
            new() { Role = "guest", Naming = Naming.Hidden, ShowsScores = false, ShowsTrends = false },
        ],
        AggregateAfterMonths = 3,
    };

    [Theory]
    [InlineData("supervisor", "anna", true, false)]
    [InlineData("analyst", "pseudonym", false, true)]
    [InlineData("guest", null, false, false)]
    [InlineData("stranger", null, false, false)]
    [InlineData("guest,analyst", "pseudonym", false, true)]
    [InlineData("guest,analyst,supervisor", "anna", true, true)]
    public void A_role_sees_what_its_rule_says_and_several_roles_what_the_most_open_says(string roles, string? name, bool scores, bool trends)
    {
        Disclosure disclosure = Council.For(Reader("rita", roles.Split(',')), Key);

        Assert.Equal(name == "pseudonym" ? Key.Pseudonym(Anna) : name, disclosure.NameOf(Anna));
        Assert.Equal(scores, disclosure.ShowsScore(Anna, Calls.Noon, Calls.Noon));
        Assert.Equal(trends, disclosure.ShowsTrend(Anna));
    }

    [Fact]
    public void Everybody_sees_themselves()
    {
        Disclosure own = Council.For(Reader("anna", "guest"), Key);

        Assert.Equal("anna", own.NameOf(Anna));
        Assert.True(own.ShowsScore(Anna, Calls.Noon, Calls.Noon) && own.ShowsTrend(Anna));
    }

    [Fact]
    public void Without_rules_everything_is_by_name()
    {
        Disclosure open = DisclosurePolicy.Open.For(Reader("rita"), Key);

        Assert.Equal("anna", open.NameOf(Anna));
        Assert.True(open.ShowsTrend(Anna) && open.ShowsScore(Anna, DateTimeOffset.UnixEpoch, Calls.Noon));
        Assert.Equal(5, DisclosurePolicy.Open.SmallestCell);
    }

    [Fact]
    public void Old_scores_are_only_part_of_aggregates()
    {
        Disclosure disclosure = Council.For(Reader("rita", "supervisor"), Key);
        DateTimeOffset now = Calls.Noon.AddMonths(3);

        Assert.True(disclosure.ShowsScore(Anna, Calls.Noon.AddTicks(1), now));
        Assert.False(disclosure.ShowsScore(Anna, Calls.Noon, now));
        Assert.False(Council.For(Reader("anna", "supervisor"), Key).ShowsScore(Anna, Calls.Noon, now));
    }

    [Fact]
    public void A_pseudonym_is_the_same_everywhere_and_another_under_another_key()
    {
        var other = new PrivacyKey([.. Enumerable.Repeat((byte)8, 32)]);

        Assert.Equal(Key.Pseudonym(Anna), new PrivacyKey([.. Enumerable.Repeat((byte)7, 32)]).Pseudonym(Anna));
        Assert.NotEqual(Key.Pseudonym(Anna), other.Pseudonym(Anna));
        Assert.Matches("^[0-9a-f]{12}$", Key.Pseudonym(Anna));
        Assert.Matches("^[0-9a-f]{64}$", Key.Customer("phone", "+45"));
        Assert.NotEqual(Key.Customer("phone", "+45"), Key.Customer("mail", "+45"));
        Assert.NotEqual(Key.Customer("a", "bc"), Key.Customer("ab", "c"));
        Assert.Equal("privacy key", Key.ToString());
        Assert.Throws<ArgumentException>(() => new PrivacyKey(new byte[31]));
    }

    [Fact]
    public void A_policy_that_protects_nobody_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { SmallestCell = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { AggregateAfterMonths = 0 });
        Assert.Equal(1, new DisclosurePolicy { SmallestCell = 1, AggregateAfterMonths = 1 }.AggregateAfterMonths);
    }

    private static Actor Reader(string id, params string[] roles) => new() { Tenant = new("acme"), Id = new(id), Roles = [.. roles] };
}

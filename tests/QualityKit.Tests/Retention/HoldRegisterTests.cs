using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Tests.Interactions;
using QualityKit.Validation;

namespace QualityKit.Tests.Retention;

public sealed class HoldRegisterTests
{
    private static readonly LegalHold Named = new()
    {
        Id = new("h-1"),
        Reason = "case 17 against Anna",
        Owner = new("legal"),
        PlacedAt = Calls.Noon,
        Interactions = [new("call-1"), new("call-9")],
    };

    private static readonly LegalHold Gold = new()
    {
        Id = new("h-2"),
        Reason = "audit",
        Owner = new("legal"),
        PlacedAt = Calls.Noon,
        Query = new AttributePredicate.IsOneOf { Attribute = "tier", Values = [AttributeValue.Of("gold")] },
    };

    [Fact]
    public void Placing_answers_with_what_it_holds_and_what_is_gone_already()
    {
        HoldPlacement placed = HoldRegister.Empty.Place(Named, [Item("call-1"), Item("call-2"), Item("call-9") with { IsShredded = true }]);

        Assert.Equal([new("call-1")], placed.Held.ToArray());
        Assert.Equal([new("call-9")], placed.AlreadyShredded.ToArray());
        Assert.Empty(placed.Unknown);
        Assert.Equal(1, placed.Register.Revision);
    }

    [Fact]
    public void A_named_interaction_that_is_unknown_is_held_when_it_comes()
    {
        HoldPlacement placed = HoldRegister.Empty.Place(Named, [Item("call-1")]);

        Assert.Equal([new("call-9")], placed.Unknown.ToArray());
        Assert.Equal([Named.Id], placed.Register.On(Item("call-9")).ToArray());
    }

    [Fact]
    public void A_query_holds_what_it_finds_today_and_tomorrow()
    {
        HoldPlacement placed = HoldRegister.Empty.Place(Gold, [Item("a", "gold"), Item("b", "silver")]);

        Assert.Equal([new("a")], placed.Held.ToArray());
        Assert.Equal([Gold.Id], placed.Register.On(Item("new", "gold")).ToArray());
        Assert.Empty(placed.Register.On(Item("new", "silver")));
    }

    [Fact]
    public void A_hold_that_matched_once_sticks_until_it_is_released()
    {
        HoldRegister register = HoldRegister.Empty.Place(Gold, []).Register.Place(Named, []).Register;
        HeldItem edited = Item("a", "silver") with { Marks = [Gold.Id] };

        Assert.Equal([Gold.Id], register.On(edited).ToArray());
        Assert.Empty(register.Release(Gold.Id).On(edited));
        Assert.Equal([Gold.Id, Named.Id], register.On(Item("call-1", "silver") with { Marks = [Gold.Id] }).ToArray());
        Assert.Equal([new("a")], HoldRegister.Empty.Place(Gold, [edited]).Held.ToArray());
    }

    [Fact]
    public void Every_change_is_a_revision_and_nothing_else_is()
    {
        HoldRegister one = HoldRegister.Empty.Place(Named, []).Register;
        HoldPlacement again = one.Place(Named with { Interactions = [new("call-1"), new("call-9")] }, [Item("call-1")]);

        Assert.Same(one, again.Register);
        Assert.Equal([new("call-1")], again.Held.ToArray());
        Assert.Same(one, one.Release(Gold.Id));
        Assert.Equal((2, 0), ((int)one.Release(Named.Id).Revision, one.Release(Named.Id).Holds.Length));
        Assert.Equal("revision 1 of 1 holds", one.ToString());
    }

    [Fact]
    public void Another_hold_of_the_same_id_is_refused()
    {
        HoldRegister register = HoldRegister.Empty.Place(Named, []).Register;

        Assert.Throws<ArgumentException>(() => register.Place(Named with { Interactions = [new("call-1")] }, []));
        Assert.Throws<ArgumentException>(() => register.Place(Gold with { Id = Named.Id }, []));
    }

    [Fact]
    public void A_register_comes_back_as_it_was_stored()
    {
        HoldRegister stored = HoldRegister.Of(7, [Named]);

        Assert.Equal((7, 8), ((int)stored.Revision, (int)stored.Release(Named.Id).Revision));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldRegister.Of(0, [Named]));
    }

    [Fact]
    public void A_hold_on_nothing_or_without_reason_is_refused_with_every_issue()
    {
        LegalHold wrong = Named with { Id = new(""), Reason = " ", Interactions = [] };
        LegalHold asking = Gold with { Query = new AttributePredicate.Not { Of = new AttributePredicate.IsSet { Attribute = "unknown" } } };

        Assert.Equal(
            [(IssueCodes.EmptyText, "/id"), (IssueCodes.EmptyText, "/reason"), (IssueCodes.HoldOnNothing, "")],
            wrong.Check(Calls.Schema).Errors.Select(issue => (issue.Code, issue.Pointer)));
        Assert.Equal("/query/of/attribute", Assert.Single(asking.Check(Calls.Schema).Errors).Pointer);
        Assert.Same(Gold, Gold.Check(Calls.Schema).Value);
    }

    [Fact]
    public void No_text_form_prints_the_reason() => Assert.Equal("hold h-1", Named.ToString());

    private static HeldItem Item(string id, string? tier = null) => new()
    {
        Interaction = new(id),
        Attributes = tier is null ? AttributeSet.Empty : AttributeSet.Empty.With("tier", AttributeValue.Of(tier)),
    };
}

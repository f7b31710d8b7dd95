using QualityKit.Keys;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Tests.Keys;

public sealed class KeyRootsTests
{
    [Fact]
    public void Roots_are_found_by_their_names_and_the_first_is_the_current_one()
    {
        KeyRoots roots = Of("main", "spare");
        Assert.Equal("main", roots.Current);
        Assert.Equal(["main", "spare"], roots.Names.ToArray());
        Assert.True(roots.IsConfigured);
        Assert.NotNull(roots.Find("spare"));
        Assert.NotSame(roots.Find("main"), roots.Find("spare"));
        Assert.Null(roots.Find("third"));
        Assert.Equal("only", Assert.Single(new KeyRoots("only", new InMemoryKeyWrapper()).Names));
    }

    [Fact]
    public void A_wrapper_that_is_checked_is_not_checked_twice()
    {
        var wrapper = new CheckedKeyWrapper(new InMemoryKeyWrapper());
        Assert.Same(wrapper, new KeyRoots("main", wrapper).Find("main"));
    }

    public static TheoryData<string[]> Wrong => new(
        [],
        [""],
        ["main", ""],
        ["", "main"],
        ["main", "main"],
        ["main", "spare", "main"],
        ["a\n"],
        [new string('é', 65)]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Names_that_are_none_or_not_their_own_are_refused(string[] names) => Assert.Equal(
        "is not at least one root, each with a name of its own of 1 to 128 bytes of UTF-8 (Parameter 'roots')",
        Assert.Throws<ArgumentException>(() => Of(names)).Message);

    [Fact]
    public void A_host_without_roots_has_no_current_one()
    {
        Assert.False(KeyRoots.None.IsConfigured);
        Assert.Empty(KeyRoots.None.Names);
        Assert.Null(KeyRoots.None.Find("main"));
        var refused = Assert.Throws<KeyUnavailableException>(() => KeyRoots.None.Current);
        Assert.Equal((false, "the host has given no root of keys (`UseKeyRoot`)"), (refused.IsRetryable, refused.Message));
    }

    private static KeyRoots Of(params string[] names) =>
        new(names.Select(name => KeyValuePair.Create<string, IKeyWrapper>(name, new InMemoryKeyWrapper())));
}

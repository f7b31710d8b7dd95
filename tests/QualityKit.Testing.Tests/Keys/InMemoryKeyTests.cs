using QualityKit.Storage.InMemory;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Keys;

namespace QualityKit.Testing.Tests.Keys;

public class InMemoryKeyTests
{
    public static TheoryData<ConformanceCase> Cases => [.. KeyWrapperKit.Cases(new InMemoryKeyWrapper().Capabilities, KeyHarness.Controls, () => new KeyHarness())];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_in_memory_wrapper_keeps_its_promises(ConformanceCase promise) => promise.RunAsync();

    [Fact]
    public void What_a_harness_cannot_do_is_left_out_and_said()
    {
        var left = KeyWrapperKit.WhyLeftOut(new InMemoryKeyWrapper().Capabilities with { BindsContext = false, CanDestroy = false }, []);

        Assert.Contains(left, omitted => omitted is { Name: "another context is wrong", Reason: "the wrapper does not say that it binds the context" });
        Assert.Contains(left, omitted => omitted is { Name: "a destroyed version is destroyed for ever", Reason: "the wrapper does not say that it can destroy keys" });
        Assert.Contains(left, omitted => omitted is { Name: "nothing is tried twice in secret", Reason: "the harness has no CutOff, CountRequests" });
    }
}

using Xunit;

namespace QualityKit.Planted.Tests;

// All that Stryker runs: it keeps the assembly in which every mutant is compiled, which Stryker takes back when it ends.
public sealed class MutatedAssemblyTests
{
    [Fact]
    public void The_mutated_assembly_is_kept()
    {
        Assert.True(MutationCanary.IsOverTen(11));
        if (typeof(MutationCanary).Assembly is var mutated && mutated.GetTypes().Any(type => type.Name == "MutantControl"))
        {
            File.Copy(mutated.Location, Environment.GetEnvironmentVariable("MUTATED_ASSEMBLY")!, overwrite: true);
        }
    }
}

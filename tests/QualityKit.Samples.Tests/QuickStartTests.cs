using System.Reflection;

namespace QualityKit.Samples.Tests;

public sealed class QuickStartTests
{
    [Fact]
    public void It_prints_the_score_and_its_reasons()
    {
        TextWriter before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            Assembly.Load("QuickStart").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(
            """
            60 %  Support call
            20 %    Opening: 100 %, weighs 20 %
            20 %      Greeted the customer? Yes: 1 of 1 points, weighs 20 %
            40 %    Resolution: 50 %, weighs 80 %
            40 %      Was the issue solved? Partly: 5 of 10 points, weighs 80 %
                      Verified identity before sharing data? not applicable: its weight stays with the rest of its group

            """,
            output.ToString());
    }
}

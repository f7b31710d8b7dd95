using QualityKit.Evaluations;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using Xunit.Abstractions;

namespace QualityKit.Services.Tests.Faults;

/// <summary>Every operation, with every one of its calls of storage failing before its effect, after it, and delivered twice.</summary>
public sealed class FaultTests(ITestOutputHelper output) : IClassFixture<Databases>
{
    private const int MostRetries = 3;

    public static TheoryData<string, string> Deeds
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string store in StoreNames.All)
            {
                foreach (Deed deed in Deed.All)
                {
                    data.Add(store, deed.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task Whatever_call_fails_the_same_command_again_has_one_effect_and_the_same_answer(string store, string deed)
    {
        Deed tried = Deed.All.Single(one => one.Name == deed);
        (List<string> before, List<string> after, object? answer) = await UndisturbedAsync(store, tried);

        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, Fault.Twice], (faults, _) => DisturbedAsync(store, tried, faults, (before, after, answer)), CancellationToken.None);

        output.WriteLine($"{deed} over {store}: {runs} runs");
        Assert.True(runs > 3);
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task A_command_that_is_delivered_twice_has_one_effect_and_the_same_answer(string store, string deed)
    {
        Deed tried = Deed.All.Single(one => one.Name == deed);
        await using Center center = await Center.OpenAsync(store);
        await tried.Before(center);
        object? first = await tried.Do(center);
        List<string> once = await center.ContentAsync();
        center.Time.Advance(TimeSpan.FromDays(40));

        object? second = await tried.Do(center);

        Assert.Equal(first, second);
        Assert.Equal(once, await center.ContentAsync());
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task A_command_that_is_delivered_eight_times_at_once_has_one_effect_and_one_answer(string store, string deed)
    {
        Deed tried = Deed.All.Single(one => one.Name == deed);
        (_, List<string> after, object? answer) = await UndisturbedAsync(store, tried);
        await using Center center = await Center.OpenAsync(store);
        await tried.Before(center);

        object?[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tried.Do(center))));

        Assert.All(answers, one => Assert.Equal(answer, one));
        Assert.Equal(after, await center.ContentAsync());
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    private static async Task<(List<string> Before, List<string> After, object? Answer)> UndisturbedAsync(string store, Deed deed)
    {
        await using Center center = await Center.OpenAsync(store);
        await deed.Before(center);
        List<string> before = await center.ContentAsync();
        object? answer = await deed.Do(center);
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
        return (before, await center.ContentAsync(), answer);
    }

    private static async Task DisturbedAsync(string store, Deed deed, FaultSchedule faults, (List<string> Before, List<string> After, object? Answer) expected)
    {
        await using Center center = await Center.OpenAsync(store);
        await deed.Before(center);
        Center caller = center.With(faults);
        object? answer = await RetryAsync(deed, center, caller, expected);

        Assert.Equal(expected.Answer, answer);
        Assert.Equal(expected.After, await center.ContentAsync());
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    // As a host would: the same command again. In between, all of it has happened or nothing; of a selection, each evaluation on its own.
    private static async Task<object?> RetryAsync(Deed deed, Center center, Center caller, (List<string> Before, List<string> After, object? Answer) expected)
    {
        for (int retry = 0; ; retry++)
        {
            try
            {
                return await deed.Do(caller);
            }
            catch (StorageUnavailableException) when (retry < MostRetries)
            {
                List<string> now = await center.ContentAsync();
                Assert.True(deed.IsOfSeveralCommits || now.SequenceEqual(expected.Before) || now.SequenceEqual(expected.After), "half of it happened");
            }
        }
    }
}

using System.Runtime.CompilerServices;
using QualityKit.Forms;
using QualityKit.Rescoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>A tally does not grow with the number of evaluations. Nothing else runs meanwhile, because memory is measured.</summary>
[Collection(nameof(Alone))]
public sealed class WhatIfMemoryTests
{
    private static readonly WhatIfCase[] Some =
    [
        .. from greeting in new[] { "yes", "no", "NA" }
           from solved in new[] { "yes", "partly", "no", "NA" }
           from identity in new[] { "yes", "no", "NA" }
           select Chats.Case($"{greeting}-{solved}-{identity}", $"greeting={greeting} solved={solved} identity={identity}", $"agent {greeting}"),
    ];

    [Fact]
    public void Ten_times_as_many_evaluations_are_kept_in_the_same_room()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        Add(tally, 0, 10_000);
        long few = GC.GetTotalMemory(forceFullCollection: true);
        Add(tally, 10_000, 100_000);
        long many = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(100_000, tally.Count);
        Assert.True(many - few < 200_000, $"{many - few} bytes more");
    }

    [Fact]
    public void What_is_allocated_for_an_evaluation_is_bounded()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        Add(tally, 0, 2_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Add(tally, 2_000, 12_000);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / 10_000;

        Assert.True(each < 8_192, $"{each} bytes an evaluation");
    }

    [Fact]
    public void Evaluations_are_not_kept()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        WeakReference evaluation = AddOne(tally);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(evaluation.IsAlive);
        Assert.Equal(1, tally.Count);
    }

    // Weights that share no divisor give a denominator of its own to every set of N/A marks.
    [Fact]
    public void Awkward_denominators_stay_exact()
    {
        int[] primes = [101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151];
        EvaluationForm form = EvaluationForm.Draft("Primes")
            .Group("All", 1, [.. primes.Select(prime => Ask.YesNo($"q{prime}", "?") with { Weight = prime, AllowsNotApplicable = true })])
            .Publish().Value;
        EvaluationForm after = (form.Edit() with { Groups = [form.Groups[0] with { Items = form.Groups[0].Items.RemoveAt(0) }] }).Publish().Value;
        WhatIfCase[] cases = [.. Enumerable.Range(0, 1 << primes.Length).Select(marks => Chats.Case(
            $"e{marks}",
            string.Join(' ', primes.Select((prime, position) => $"q{prime}={((marks >> position) & 1) switch { 1 => "NA", _ => position % 2 == 0 ? "yes" : "no" }}"))))];
        WhatIf whatIf = WhatIf.Between(form, after);

        Assert.Equal(new NaiveWhatIf(form, after, cases).Describe(WhatIfLimits.Default), NaiveWhatIf.Describe(whatIf.Report(cases)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AddOne(WhatIfTally tally)
    {
        WhatIfCase evaluation = Chats.Plain("a", "yes", "partly", "anna");
        tally.Add(evaluation);
        return new WeakReference(evaluation);
    }

    private static void Add(WhatIfTally tally, int from, int to)
    {
        for (int number = from; number < to; number++)
        {
            tally.Add(Some[number % Some.Length]);
        }
    }
}

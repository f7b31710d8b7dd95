using System.Numerics;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A form whose scores take one table look-up and one addition a question: groups at the top only, small numbers, failures of the form only.</summary>
/// <remarks>It gives what <see cref="Calculation"/> gives (a test compares them).</remarks>
internal sealed class PackedPlan
{
    private const int LargestTable = 1024;

    private readonly ulong[] _cells;
    private readonly int[] _offsets;
    private readonly int[] _ends;
    private readonly long[] _weights;
    private readonly bool _isTree;
    private readonly bool _leavesForm;

    private PackedPlan(QuickPlan plan, ulong[] cells, int[] offsets)
    {
        _cells = cells;
        _offsets = offsets;
        _ends = [.. plan.Plan.Groups.Select(place => place.EndQuestion)];
        _weights = [.. plan.GroupWeights];
        _isTree = plan.Plan.Method.Combination.Kind == CombinationKind.GroupWeights;
        _leavesForm = plan.Plan.Method.NotApplicable == NotApplicableRule.LeavesForm;
        Rescales = !_isTree && plan.Plan.Method.NotApplicable == NotApplicableRule.StaysInGroup;
    }

    public int Groups => _ends.Length;

    /// <summary>Whether weights that stay in a group would make fractions, which only the full calculation keeps exact.</summary>
    private bool Rescales { get; }

    /// <summary>The plan for a form; null when its numbers or its shape need another path.</summary>
    public static PackedPlan? TryBuild(QuickPlan plan)
    {
        ScoringPlan form = plan.Plan;
        bool isPlain = form.Groups.All(place => place.Parent < 0) && !form.Method.CapAtFull && !form.Method.FloorAtZero;
        if (!isPlain || !plan.Questions.ToArray().All(question => FailsFormOnly(in question)))
        {
            return null;
        }

        var cells = new List<ulong>();
        var offsets = new int[form.Questions.Length];
        var most = new Int128[form.Groups.Length];
        for (int position = 0; position < offsets.Length; position++)
        {
            QuickQuestion question = plan.Questions[position];
            long codes = CodesOf(form.Questions[position]);
            if (codes > LargestTable)
            {
                return null;
            }

            // Codes from hidden (-3) upwards: the offset points at code 0.
            offsets[position] = cells.Count - (int)FlatAnswer.Hidden;
            if (!TryAdd(cells, in question, codes, ref most[question.Group]))
            {
                return null;
            }
        }

        return FitsWhenCombined(plan, most) ? new PackedPlan(plan, [.. cells], offsets) : null;
    }

    /// <summary>Adds up the answers of every group.</summary>
    /// <param name="codes">Flat answers, with every hidden question coded so.</param>
    /// <param name="sums">One number a group.</param>
    /// <returns>Whether an answer failed the form.</returns>
    public bool AddUp(ReadOnlySpan<long> codes, Span<ulong> sums)
    {
        ReadOnlySpan<ulong> cells = _cells;
        ReadOnlySpan<int> offsets = _offsets.AsSpan(0, codes.Length);
        ulong failures = 0;
        int question = 0;
        for (int group = 0; group < sums.Length; group++)
        {
            ulong sum = 0;
            int end = _ends[group];
            for (; question < end; question++)
            {
                sum += cells[offsets[question] + (int)codes[question]];
            }

            sums[group] = sum;
            failures |= sum;
        }

        return PackedSums.Fails(failures);
    }

    /// <summary>Puts groups together.</summary>
    /// <returns>False when it takes the full calculation.</returns>
    public bool TryCombine(ReadOnlySpan<ulong> sums, out long numerator, out long denominator)
    {
        (numerator, denominator) = (0, 0);
        return _isTree ? Tree(sums, out numerator, out denominator) : TryFlat(sums, ref numerator, ref denominator);
    }

    private bool Tree(ReadOnlySpan<ulong> sums, out long numerator, out long denominator)
    {
        (long earned, long weighed, long below) = (0, 0, 1);
        for (int group = 0; group < sums.Length; group++)
        {
            long counted = PackedSums.Counted(sums[group]);
            if (counted == 0)
            {
                continue;
            }

            // Rule S8: a group adds weight x earned / counted; where N/A leaves the form its weight shrinks to what is there.
            long divisor = _leavesForm ? PackedSums.Present(sums[group]) : counted;
            earned = (earned * divisor) + (_weights[group] * PackedSums.Earned(sums[group]) * below);
            weighed = (weighed * divisor) + (_weights[group] * counted * below);
            below *= divisor;
        }

        (numerator, denominator) = (earned, weighed);
        return true;
    }

    private bool TryFlat(ReadOnlySpan<ulong> sums, ref long numerator, ref long denominator)
    {
        foreach (ulong sum in sums)
        {
            if (Rescales && PackedSums.Counted(sum) != 0 && PackedSums.Counted(sum) != PackedSums.Present(sum))
            {
                return false;
            }

            numerator += PackedSums.Earned(sum);
            denominator += PackedSums.Counted(sum);
        }

        return true;
    }

    private static bool FailsFormOnly(in QuickQuestion question) =>
        question.Failures is null || question.Failures.All(scopes => scopes.All(scope => scope < 0));

    private static long CodesOf(QuestionPlan question) => question.Source switch
    {
        ChoiceQuestion choice => choice.Options.Length,
        MultiSelectQuestion select => 1L << Math.Min(select.Options.Length, 20),
        NumberQuestion => Math.Min(((NumberScale)question.Scale!).LastStep, LargestTable) + 1,
        _ => 1,
    };

    private static bool TryAdd(List<ulong> cells, in QuickQuestion question, long codes, ref Int128 most)
    {
        long mass = question.Scale?.Mass ?? 0;
        long highest = mass;
        for (long code = FlatAnswer.Hidden; code < codes; code++)
        {
            QuickAmounts amounts = QuickAmounts.Of(in question, code);
            if (amounts.Earned < 0)
            {
                return false;
            }

            highest = Math.Max(highest, amounts.Earned);
            bool fails = code >= 0 && question.Failures is { } failures && failures[question.Ranges?.RangeOf(code) ?? (int)code].Length > 0;
            cells.Add(PackedSums.Pack(amounts.Earned, amounts.Counted, amounts.Present, fails));
        }

        most += highest;
        return most <= PackedSums.Most;
    }

    // The largest number that can arise while groups are put together.
    private static bool FitsWhenCombined(QuickPlan plan, Int128[] most)
    {
        BigInteger weights = plan.GroupWeights.ToArray().Aggregate(BigInteger.One, (sum, weight) => sum + weight);
        return QuickRoom.HoldsProduct([.. most.Select(bound => (BigInteger)bound), weights]);
    }
}

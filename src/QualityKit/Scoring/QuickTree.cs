namespace QualityKit.Scoring;

/// <summary>The tree of groups (rule S8) with integers.</summary>
internal sealed class QuickTree(int[] parents, long[] weights, bool leavesForm)
{
    /// <summary>Puts the sums of groups together; their scores are put in.</summary>
    /// <param name="groups">The sums of each group's own questions.</param>
    /// <param name="failed">For every group whether it fell to zero; empty when none did.</param>
    /// <param name="numerator">The total is this over <paramref name="denominator"/>.</param>
    /// <param name="denominator">0 when there is no total.</param>
    /// <returns>False when the numbers are too large to stay exact here.</returns>
    public bool TryCombine(Span<QuickGroup> groups, ReadOnlySpan<bool> failed, out long numerator, out long denominator)
    {
        // Inner groups come after the groups around them, so going backwards every group is complete when it is closed.
        for (int group = groups.Length - 1; group >= 0; group--)
        {
            if (!TryClose(group, groups, ref groups[group]))
            {
                numerator = denominator = 0;
                return false;
            }

            if (!failed.IsEmpty && failed[group] && groups[group].Numerator > 0)
            {
                groups[group].Numerator = 0;
            }
        }

        QuickGroup root = default;
        bool isExact = TryClose(-1, groups, ref root);
        numerator = root.Numerator;
        denominator = root.Denominator;
        return isExact;
    }

    private bool TryClose(int group, ReadOnlySpan<QuickGroup> groups, ref QuickGroup self)
    {
        var earned = new QuickSum(self.Earned);
        var counted = new QuickSum(self.Counted);
        var here = new QuickSum(self.Counted);
        long whole = self.Present;
        bool hasInner = false;
        for (int inner = group + 1; inner < groups.Length; inner++)
        {
            ref readonly QuickGroup item = ref groups[inner];
            if (parents[inner] == group && item.Whole != 0)
            {
                hasInner = true;
                whole += weights[inner];
                Weigh(in item, weights[inner], ref earned, ref counted, ref here);
            }
        }

        if (!hasInner)
        {
            (self.Numerator, self.Denominator, self.Here, self.Whole) = (self.Earned, self.Counted, self.Counted, self.Present);
            return true;
        }

        if (!earned.IsExact || !counted.IsExact)
        {
            return false;
        }

        if (counted.IsZero)
        {
            (self.Numerator, self.Denominator) = (0, 0);
        }
        else if (!QuickSum.TryDivide(earned, counted, out self.Numerator, out self.Denominator))
        {
            return false;
        }

        (self.Here, self.Whole) = (1, whole == 0 ? 0 : 1);
        return !leavesForm || whole == 0 || QuickSum.TryDivide(here, new QuickSum(whole), out self.Here, out self.Whole);
    }

    private void Weigh(in QuickGroup item, long weight, ref QuickSum earned, ref QuickSum counted, ref QuickSum here)
    {
        here.Add(weight, item.Here, item.Whole);
        if (item.Denominator == 0)
        {
            return;
        }

        if (!leavesForm || item.Here == item.Whole)
        {
            earned.Add(weight, item.Numerator, item.Denominator);
            counted.Add(weight, 1, 1);
        }
        else if (item.Here == item.Denominator)
        {
            // A group without inner groups: what it earned over all that is there, counted or left out.
            earned.Add(weight, item.Numerator, item.Whole);
            counted.Add(weight, item.Here, item.Whole);
        }
        else
        {
            var product = new QuickSum(0);
            product.Add(item.Numerator, item.Here, item.Denominator);
            var whole = new QuickSum(item.Whole);
            if (QuickSum.TryDivide(product, whole, out long top, out long below))
            {
                earned.Add(weight, top, below);
                counted.Add(weight, item.Here, item.Whole);
            }
            else
            {
                earned.GiveUp();
            }
        }
    }
}

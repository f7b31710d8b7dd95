namespace QualityKit.Rescoring;

/// <summary>Adds up tiles sheet by sheet, for machines without vectors.</summary>
/// <remarks>A test holds every width of <see cref="LaneSums{TLanes, TBytes, TWords}"/> against it.</remarks>
internal sealed class PlainSums(ColumnPlan plan) : TileSums
{
    public override void AddUp(ReadOnlySpan<byte> tile, TileScratch sums)
    {
        sums.Clear();
        Span<bool> stack = stackalloc bool[plan.Visibility.Deepest];
        for (int sheet = 0; sheet < ColumnLayout.Tile; sheet++)
        {
            LookAround(tile, sheet, stack, sums);
            for (int group = 0; group < plan.Groups.Length; group++)
            {
                AddUp(plan.Groups[group], tile, sheet, sums, group);
            }
        }
    }

    private static int CodeOf(ColumnQuestion question, ReadOnlySpan<byte> tile, int sheet, TileScratch sums) =>
        (tile[question.First + sheet] >> question.Shift) & question.Mask & sums.Visible(question.Visible)[sheet];

    private static void AddUp(ColumnGroup group, ReadOnlySpan<byte> tile, int sheet, TileScratch sums, int position)
    {
        (long earned, long counted) = (0, 0);
        foreach (ColumnAmounts question in group.Amounts)
        {
            int code = CodeOf(question.Question, tile, sheet, sums);
            earned += question.Earned[code];
            counted += question.Counted[code];
            if (question.Fails[code])
            {
                sums.Failed[sheet] = byte.MaxValue;
            }
        }

        sums.Earned(position)[sheet] = (ushort)(earned / group.EarnedUnit);
        sums.Counted(position)[sheet] = (byte)(counted / group.CountedUnit);
    }

    private void LookAround(ReadOnlySpan<byte> tile, int sheet, Span<bool> stack, TileScratch sums)
    {
        int top = -1;
        foreach (ColumnStep step in plan.Visibility.Steps)
        {
            switch (step.Kind)
            {
                case ColumnStepKind.Look:
                    stack[++top] = step.Table!.Values[CodeOf(step.Table.Question, tile, sheet, sums)] != 0;
                    break;
                case ColumnStepKind.Recall:
                    stack[++top] = sums.Visible(step.Visible)[sheet] != 0;
                    break;
                case ColumnStepKind.Always:
                    stack[++top] = true;
                    break;
                case ColumnStepKind.Not:
                    stack[top] = !stack[top];
                    break;
                case ColumnStepKind.Keep:
                    sums.Visible(step.Visible)[sheet] = stack[top--] ? byte.MaxValue : (byte)0;
                    break;
                default:
                    bool right = stack[top--];
                    stack[top] = step.Kind == ColumnStepKind.And ? stack[top] && right : stack[top] || right;
                    break;
            }
        }
    }
}

using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for conditions (S2): what they look at is there, comes earlier, and has what they ask for.</summary>
internal static class ConditionRules
{
    /// <summary>The place of a condition that may look at any question: that of a score rule.</summary>
    public const int Anywhere = int.MaxValue;

    /// <summary>Checks a condition.</summary>
    /// <param name="form">The form.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="position">The item that it belongs to, or <see cref="Anywhere"/>.</param>
    public static void Check(FormInspection form, ConditionOutline condition, int position)
    {
        if (condition.IsTooDeep)
        {
            form.Issues.Error(IssueCodes.ConditionTooDeep, condition.Pointer, ("most", ConditionOutline.MaximumLevels));
        }

        if (condition.IsTooLarge)
        {
            form.Issues.Error(IssueCodes.ConditionTooLarge, condition.Pointer, ("most", ConditionOutline.MaximumLeaves));
        }

        ImmutableArray<int>? cycle = position == Anywhere ? null : form.Conditions.CycleFrom(position);
        foreach (ConditionLeaf leaf in condition.Leaves)
        {
            if (Check(form, leaf, position, cycle))
            {
                cycle = null;
            }
        }
    }

    // Whether the cycle was reported here.
    private static bool Check(FormInspection form, ConditionLeaf leaf, int position, ImmutableArray<int>? cycle)
    {
        switch (leaf.Condition)
        {
            case null:
                form.Issues.Error(IssueCodes.Missing, leaf.Pointer);
                return false;
            case AllOf or AnyOf:
                return false;
        }

        if (leaf.Question is not { } key)
        {
            form.Issues.Error(IssueCodes.Missing, leaf.QuestionPointer);
            return false;
        }

        int target = form.Outline.QuestionAt(key);
        if (target < 0)
        {
            form.Issues.Error(IssueCodes.UnknownQuestion, leaf.QuestionPointer, ("question", key));
            LeafRules.CheckBounds(form.Issues, leaf);
            return false;
        }

        bool isReported = CheckOrder(form, leaf, (position, target), cycle);
        LeafRules.Check(form, leaf, target);
        return isReported;
    }

    private static bool CheckOrder(FormInspection form, ConditionLeaf leaf, (int From, int To) reference, ImmutableArray<int>? cycle)
    {
        if (reference.To < reference.From)
        {
            return false;
        }

        if (form.Outline.IsWithin(reference.To, reference.From))
        {
            form.Issues.Error(IssueCodes.SelfReference, leaf.QuestionPointer, ("item", KeyAt(form, reference.From)), ("question", leaf.Question!));
            return false;
        }

        if (!form.Conditions.IsOnCycle(reference.From, reference.To))
        {
            form.Issues.Error(IssueCodes.ForwardReference, leaf.QuestionPointer, ("question", leaf.Question!));
            return false;
        }

        if (cycle is not { } round || round[1] != reference.To)
        {
            return false;
        }

        form.Issues.Error(IssueCodes.ConditionCycle, leaf.QuestionPointer, ("path", string.Join("` → `", round.Select(step => KeyAt(form, step)))));
        return true;
    }

    private static string KeyAt(FormInspection form, int position) => form.Outline.Places[position].Item?.Key ?? "";
}

using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>The conditions of a form (rule S2) as steps over masks.</summary>
internal sealed class VisibilitySteps
{
    private readonly ScoringPlan _plan;
    private readonly ColumnLayout _layout;
    private readonly ImmutableArray<ColumnStep>.Builder _steps = ImmutableArray.CreateBuilder<ColumnStep>();
    private readonly ColumnQuestion[] _questions;
    private int _depth;

    public VisibilitySteps(ScoringPlan plan, ColumnLayout layout)
    {
        _plan = plan;
        _layout = layout;
        _questions = new ColumnQuestion[plan.Questions.Length];
        foreach (GroupPlace place in plan.Groups)
        {
            // Only groups at the top are scored by columns, so the condition of a group stands alone.
            int group = Keep(place.Group.VisibleWhen, around: 0);
            for (int question = place.FirstQuestion; question < place.EndQuestion; question++)
            {
                ColumnSlot slot = layout.Slots[question];
                int visible = Keep(plan.Questions[question].Source.VisibleWhen, group);
                _questions[question] = new ColumnQuestion(slot.Column * ColumnLayout.Tile, slot.Shift, (byte)slot.Mask, visible);
            }
        }
    }

    /// <summary>The steps, in document order.</summary>
    public ImmutableArray<ColumnStep> Steps => _steps.ToImmutable();

    /// <summary>Where the codes of every question are, and which mask says where it is there.</summary>
    public ReadOnlySpan<ColumnQuestion> Questions => _questions;

    /// <summary>How many masks are kept; the first one is for items that are always there.</summary>
    public int Masks { get; private set; } = 1;

    /// <summary>How many masks the stack holds at most.</summary>
    public int Deepest { get; private set; }

    private int Keep(Condition? condition, int around)
    {
        if (condition is null)
        {
            return around;
        }

        Write(condition);
        if (around > 0)
        {
            Push(new ColumnStep(ColumnStepKind.Recall, Visible: around));
            Join(ColumnStepKind.And);
        }

        _steps.Add(new ColumnStep(ColumnStepKind.Keep, Visible: Masks));
        _depth--;
        return Masks++;
    }

    private void Write(Condition condition)
    {
        switch (condition)
        {
            case AllOf all:
                Write(all.Parts, ColumnStepKind.And);
                break;
            case AnyOf any:
                Write(any.Parts, ColumnStepKind.Or);
                break;
            case Negation not:
                Write(not.Part);
                _steps.Add(new ColumnStep(ColumnStepKind.Not));
                break;
            default:
                Push(new ColumnStep(ColumnStepKind.Look, TableOf(condition)));
                break;
        }
    }

    private void Write(ImmutableArray<Condition> parts, ColumnStepKind join)
    {
        Push(new ColumnStep(ColumnStepKind.Always));
        if (join == ColumnStepKind.Or)
        {
            _steps.Add(new ColumnStep(ColumnStepKind.Not));
        }

        foreach (Condition part in parts)
        {
            Write(part);
            Join(join);
        }
    }

    private void Push(ColumnStep step)
    {
        _steps.Add(step);
        Deepest = Math.Max(Deepest, ++_depth);
    }

    private void Join(ColumnStepKind kind)
    {
        _steps.Add(new ColumnStep(kind));
        _depth--;
    }

    // A position is a slot too: where a question takes more than one code nothing is scored by columns.
    // What one condition says about every code of its question: the test that scoring itself uses, asked once for each.
    private ColumnTable TableOf(Condition leaf)
    {
        int slot = _plan.Layout.SlotOf(new ConditionLeaf(leaf, "").Question!);
        ConditionTest test = ConditionTest.For(leaf, _plan.Layout)!;
        var codes = new long[_layout.Length];
        return new ColumnTable(_questions[slot], Enumerable.Range(0, _layout.Slots[slot].Codes).Select(stored =>
        {
            codes[slot] = stored - ColumnLayout.Above;
            return test.Holds(codes) ? byte.MaxValue : 0L;
        }));
    }
}

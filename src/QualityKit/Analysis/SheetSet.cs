using QualityKit.Forms;

namespace QualityKit.Analysis;

/// <summary>A set of answer sheets: for every question the classes of answers still open, for every group whether it is marked N/A.
/// What can be visible in it is judged in favour: a question may seem to be open that is not.</summary>
internal sealed class SheetSet
{
    private readonly int[][] _open;
    private readonly Truth[] _marks;
    private readonly Truth[] _groups;
    private readonly Truth[] _questions;
    private readonly int[][] _possible;

    private SheetSet(FormModel model, int[][] open, Truth[] marks)
    {
        Model = model;
        _open = open;
        _marks = marks;
        _groups = new Truth[marks.Length];
        _questions = new Truth[open.Length];
        _possible = new int[open.Length][];
        Stakes = new Stake[]?[open.Length];
        foreach ((bool isGroup, int position) in model.Steps)
        {
            if (isGroup)
            {
                int parent = model.Groups[position].Parent;
                _groups[position] = Presence(parent < 0 ? Truth.True : _groups[parent], model.GroupConditions[position]);
            }
            else
            {
                _questions[position] = Presence(_groups[model.Plan.Questions[position].Group], model.QuestionConditions[position]);
                _possible[position] = ClassesOf(position);
            }
        }
    }

    public FormModel Model { get; }

    /// <summary>What each question can bring in, once it was asked for (<see cref="StakeTable"/>).</summary>
    public Stake[]?[] Stakes { get; }

    /// <summary>Every sheet, or every sheet made of some classes of answers.</summary>
    public static SheetSet All(FormModel model, Func<QuestionModel, int[]> classes) => new(
        model,
        [.. model.Questions.Select(classes)],
        [.. model.MarkMatters.Select(matters => matters ? Truth.Either : Truth.False)]);

    /// <summary>Whether a question is visible.</summary>
    public Truth Visibility(int question) => _questions[question];

    public Truth Mark(int group) => _marks[group];

    public Truth GroupPresence(int group) => _groups[group];

    /// <summary>The classes that a question can have where it is visible.</summary>
    public int[] Possible(int question) => _possible[question];

    /// <summary>The classes that can be given to the question itself.</summary>
    public int[] Open(int question) => _open[question];

    /// <summary>Whether a condition holds.</summary>
    public Truth Over(ConditionNode? condition) => condition is null ? Truth.True : condition.Over(Leaf);

    public SheetSet With(int question, int[] classes)
    {
        int[][] open = [.. _open];
        open[question] = classes;
        return new(Model, open, _marks);
    }

    public SheetSet WithMark(int group, bool isMarked)
    {
        Truth[] marks = [.. _marks];
        marks[group] = isMarked ? Truth.True : Truth.False;
        return new(Model, _open, marks);
    }

    private Truth Presence(Truth around, ConditionNode? condition) =>
        condition is null || around == Truth.False ? around
        : around == Truth.True ? Over(condition)
        : (Over(condition) & Truth.True) | Truth.False;

    private Truth Leaf(ConditionNode leaf)
    {
        Truth visibility = _questions[leaf.Question];
        Truth truth = visibility == Truth.True ? Truth.None : Truth.False;
        if (visibility == Truth.False)
        {
            return truth;
        }

        foreach (int position in _possible[leaf.Question])
        {
            truth |= Model.Questions[leaf.Question].Classes[position].Leaves[leaf.Leaf] ? Truth.True : Truth.False;
        }

        return truth;
    }

    private int[] ClassesOf(int question)
    {
        QuestionModel model = Model.Questions[question];
        Truth marked = model.Plan.Source is InformationBlock ? Truth.False : MarkAround(question);
        return marked == Truth.True ? [model.Marked]
            : marked == Truth.False || _open[question].Contains(model.Marked) ? _open[question]
            : [.. _open[question], model.Marked];
    }

    private Truth MarkAround(int question)
    {
        Truth marked = Truth.False;
        foreach (int group in Model.Around(question))
        {
            if (_marks[group] == Truth.True)
            {
                return Truth.True;
            }

            marked |= _marks[group];
        }

        return marked;
    }
}

using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>One answer sheet of a form, filled in from top to bottom: what is decided later never changes what was decided before (rule S2).</summary>
internal sealed class FilledSheet
{
    private readonly FormModel _model;
    private readonly long[] _codes;
    private readonly bool[] _isGroupPresent;

    public FilledSheet(FormModel model)
    {
        _model = model;
        _codes = [.. model.Plan.BlankCodes];
        _isGroupPresent = new bool[model.Groups.Length];
        Marks = new bool[model.Groups.Length];
        Classes = new int[model.Questions.Length];
        Array.Fill(Classes, -1);
    }

    private FilledSheet(FilledSheet other)
    {
        _model = other._model;
        _codes = [.. other._codes];
        _isGroupPresent = [.. other._isGroupPresent];
        Marks = [.. other.Marks];
        Classes = [.. other.Classes];
    }

    /// <summary>The class of each question's answer; -1 of a hidden question.</summary>
    public int[] Classes { get; }

    /// <summary>Which groups are marked N/A.</summary>
    public bool[] Marks { get; }

    public ReadOnlySpan<long> Codes => _codes;

    /// <summary>A sheet that answers what is visible as a plan says; a question without a plan gets its first class.</summary>
    public static FilledSheet Of(FormModel model, IReadOnlyList<int> planned, bool[] marks)
    {
        var sheet = new FilledSheet(model);
        foreach ((bool isGroup, int position) in model.Steps)
        {
            if (isGroup)
            {
                sheet.Enter(position);
                sheet.Marks[position] = marks[position];
            }
            else if (sheet.Shows(position))
            {
                sheet.Answer(position, sheet.IsMarked(position) ? model.Questions[position].Marked : model.Questions[position].OwnOrFirst(planned[position]));
            }
            else
            {
                sheet.Hide(position);
            }
        }

        return sheet;
    }

    public FilledSheet Copy() => new(this);

    public bool IsGroupPresent(int group) => _isGroupPresent[group];

    public bool IsVisible(int question) => Classes[question] >= 0;

    public bool Holds(ConditionNode condition) => condition.Test.Holds(_codes);

    /// <summary>Decides whether a group is there.</summary>
    public bool Enter(int group)
    {
        int parent = _model.Groups[group].Parent;
        _isGroupPresent[group] = (parent < 0 || _isGroupPresent[parent]) && (_model.GroupConditions[group]?.Test.Holds(_codes) ?? true);
        return _isGroupPresent[group];
    }

    /// <summary>Whether a question is visible, from what comes before it.</summary>
    public bool Shows(int question) =>
        _isGroupPresent[_model.Plan.Questions[question].Group] && (_model.QuestionConditions[question]?.Test.Holds(_codes) ?? true);

    /// <summary>Whether a group around a question is marked N/A.</summary>
    public bool IsMarked(int question) =>
        _model.Questions[question].Plan.Source is not InformationBlock && _model.Around(question).Any(group => Marks[group]);

    public void Answer(int question, int position)
    {
        Classes[question] = position;
        QuestionModel source = _model.Questions[question];
        source.Classes[position].Words.CopyTo(_codes, source.Plan.Slot);
    }

    public void Hide(int question)
    {
        Classes[question] = -1;
        _codes[_model.Plan.Layout[question]] = FlatAnswer.Hidden;
    }

    /// <summary>The codes as a scorer takes them, which finds out itself what is hidden.</summary>
    public long[] CodesToScore() => [.. _codes.Select(code => code == FlatAnswer.Hidden ? FlatAnswer.Unanswered : code)];
}

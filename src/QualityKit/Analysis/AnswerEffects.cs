using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What the answer to one question alone changes: which of its classes of answers some sheets tell apart, and by how much the total differs at most.</summary>
internal sealed class AnswerEffects
{
    private readonly FormModel _model;
    private readonly QuestionModel _question;
    private readonly bool[,] _differ;

    public AnswerEffects(FormModel model, QuestionModel question)
    {
        _model = model;
        _question = question;
        _differ = new bool[question.OwnCount, question.OwnCount];
    }

    /// <summary>Whether every sheet was looked at.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The largest difference of totals; null when no two sheets both have one.</summary>
    public Fraction? Largest { get; private set; }

    /// <summary>The two sheets of the largest difference, the lower total first.</summary>
    public (FilledSheet Lower, FilledSheet Higher)? Sheets { get; private set; }

    /// <summary>Looks at every sheet of a form that is small enough.</summary>
    public void AddAll(int most)
    {
        IsComplete = !_question.IsPartial && SmallForm.Is(_model, most)
            && new SheetWalk(_model, Math.Max(1, most / _question.OwnCount)) { Pivot = _question.Position }.Visit(family => Add(family, _question.Own));
    }

    /// <summary>Looks at sheets that differ in the answer to the question alone.</summary>
    /// <param name="family">The sheets.</param>
    /// <param name="classes">The class of the answer in each.</param>
    public void Add(FilledSheet[] family, int[] classes)
    {
        SheetResult[] results = [.. family.Select(sheet => new SheetResult(_model, sheet))];
        for (int one = 0; one < results.Length; one++)
        {
            for (int other = 0; other <= one; other++)
            {
                (int left, int right) = (classes[one], classes[other]);
                _differ[left, right] = _differ[right, left] = other < one && (_differ[left, right] || !results[one].IsSameAs(results[other]));
                if (results[one].Total is { } total && results[other].Total is { } beside)
                {
                    AddChange(total < beside ? (family[one], family[other]) : (family[other], family[one]), Fraction.Abs(total - beside));
                }
            }
        }
    }

    /// <summary>Whether an option, a range or N/A changes some result; null when not decided.</summary>
    public bool? Changes(AnswerChoice choice)
    {
        if (choice.Pairs.Any(pair => pair.Without >= 0 ? _differ[pair.With, pair.Without] : DiffersFromAny(pair.With)))
        {
            return true;
        }

        bool isEqual = choice.Pairs.All(pair => pair.Without >= 0 ? pair.With == pair.Without : _question.OwnCount == 1);
        return choice.IsComplete && (IsComplete || isEqual) ? false : null;
    }

    private bool DiffersFromAny(int position) => Enumerable.Range(0, _question.OwnCount).Any(other => _differ[position, other]);

    private void AddChange((FilledSheet Lower, FilledSheet Higher) sheets, Fraction difference)
    {
        if (Largest is not { } largest || difference > largest)
        {
            Largest = difference;
            Sheets = (sheets.Lower.Copy(), sheets.Higher.Copy());
        }
    }
}

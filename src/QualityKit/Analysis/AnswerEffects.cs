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
            && new SheetWalk(_model, Math.Max(1, most / _question.OwnCount)) { Pivot = _question.Position }.Visit(Add);
    }

    /// <summary>Looks at sheets that differ in the answer to the question alone, in the order of its classes.</summary>
    public void Add(FilledSheet[] family)
    {
        SheetResult[] results = [.. family.Select(sheet => new SheetResult(_model, sheet))];
        for (int one = 0; one < results.Length; one++)
        {
            for (int other = 0; other <= one; other++)
            {
                bool differ = other < one && (_differ[one, other] || !results[one].IsSameAs(results[other]));
                _differ[one, other] = _differ[other, one] = differ;
                if (results[one].Total is { } left && results[other].Total is { } right)
                {
                    AddChange(left < right ? (family[one], family[other]) : (family[other], family[one]), Fraction.Abs(left - right));
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

namespace QualityKit.Analysis;

/// <summary>Goes through all answer sheets of a form, or of the questions that matter for something; of answers that no result can tell apart it takes one.</summary>
/// <remarks>With a pivot every step is a family of sheets: the same answers everywhere but to the pivot, one sheet for each class of its answers.
/// Answers behind a question that only some of them show are given all the same.</remarks>
internal sealed class SheetWalk
{
    private readonly FormModel _model;
    private readonly int _most;
    private int _count;

    public SheetWalk(FormModel model, int most)
    {
        _model = model;
        _most = most;
    }

    /// <summary>The questions that are answered; null: all.</summary>
    public bool[]? Relevant { get; init; }

    /// <summary>Whether one class is enough of those that no condition can tell apart.</summary>
    public bool OnlySignatures { get; init; }

    /// <summary>The question that is answered in every way; -1 for none.</summary>
    public int Pivot { get; init; } = -1;

    /// <summary>Whether what was looked for is found, so that the rest need not be visited.</summary>
    public bool IsEnough { get; set; }

    /// <summary>Visits every sheet, or every family of sheets in the order of the pivot's classes.</summary>
    /// <returns>False when there were more than the limit allows; then some were not visited, and it was not enough.</returns>
    public bool Visit(Action<FilledSheet[]> visitor) => Go(0, [new FilledSheet(_model)], visitor) || IsEnough;

    private bool Go(int start, FilledSheet[] family, Action<FilledSheet[]> visitor)
    {
        for (int step = start; step < _model.Steps.Length; step++)
        {
            (bool isGroup, int position) = _model.Steps[step];
            if (isGroup)
            {
                if (Enters(position, family))
                {
                    return Branch([false, true], isMarked => SetMark(position, family, isMarked), step, family, visitor);
                }

                continue;
            }

            if (Relevant is not null && !Relevant[position])
            {
                continue;
            }

            if (position == Pivot)
            {
                return !family[0].Shows(position) || family[0].IsMarked(position) || Go(step + 1, Fork(family[0]), visitor);
            }

            int[] answers = AnswersOf(position, family);
            if (answers.Length > 1)
            {
                return Branch(answers, answer => Answer(position, family, answer), step, family, visitor);
            }

            Answer(position, family, answers.Length == 0 ? -1 : answers[0]);
        }

        if (_count == _most)
        {
            return false;
        }

        _count++;
        visitor(family);
        return !IsEnough;
    }

    private bool Branch<T>(T[] choices, Action<T> choose, int step, FilledSheet[] family, Action<FilledSheet[]> visitor)
    {
        foreach (T choice in choices)
        {
            choose(choice);
            if (!Go(step + 1, family, visitor))
            {
                return false;
            }
        }

        return true;
    }

    // Whether both with and without a mark have to be looked at.
    private bool Enters(int group, FilledSheet[] family)
    {
        bool isPresent = false;
        foreach (FilledSheet sheet in family)
        {
            isPresent |= sheet.Enter(group);
            sheet.Marks[group] = false;
        }

        return isPresent && _model.MarkMatters[group] && !_model.Enclosing(group).Any(around => family[0].Marks[around]) && HasRelevant(group);
    }

    private bool HasRelevant(int group) =>
        Relevant is null || Relevant.AsSpan(_model.Groups[group].FirstQuestion.._model.Groups[group].EndQuestion).Contains(true);

    private static void SetMark(int group, FilledSheet[] family, bool isMarked)
    {
        foreach (FilledSheet sheet in family)
        {
            sheet.Marks[group] = isMarked;
        }
    }

    private int[] AnswersOf(int question, FilledSheet[] family)
    {
        QuestionModel model = _model.Questions[question];
        return !Array.Exists(family, sheet => sheet.Shows(question)) ? []
            : family[0].IsMarked(question) ? [model.Marked]
            : OnlySignatures ? model.Signatures
            : model.Own;
    }

    private static void Answer(int question, FilledSheet[] family, int answer)
    {
        foreach (FilledSheet sheet in family)
        {
            if (answer >= 0 && sheet.Shows(question))
            {
                sheet.Answer(question, answer);
            }
            else
            {
                sheet.Hide(question);
            }
        }
    }

    private FilledSheet[] Fork(FilledSheet sheet) =>
    [
        .. _model.Questions[Pivot].Own.Select(answer =>
        {
            FilledSheet copy = sheet.Copy();
            copy.Answer(Pivot, answer);
            return copy;
        }),
    ];
}


namespace QualityKit.Analysis;

/// <summary>For every question the fullest sheet that shows it: the one in which the most questions count with an answer.
/// Questions that conditions tie together are looked at together, all others are simply answered.</summary>
internal sealed class FullestSheets
{
    private readonly FormModel _model;
    private readonly int[] _parts;
    private readonly FilledSheet?[] _best;
    private readonly (FilledSheet Sheet, int Count)?[] _bestFor;
    private readonly bool _isComplete = true;

    public FullestSheets(FormModel model, int most)
    {
        _model = model;
        _parts = Parts();
        _best = new FilledSheet?[model.Questions.Length];
        _bestFor = new (FilledSheet, int)?[model.Questions.Length];
        foreach (int part in _parts.Distinct())
        {
            _isComplete &= Look(part, most);
        }
    }

    /// <summary>The fullest sheet in which a question counts with an answer; null when there is none or it was not found within the limit.</summary>
    public FilledSheet? For(int question)
    {
        if (!_isComplete || _bestFor[question] is not { } own)
        {
            return null;
        }

        var planned = new int[_model.Questions.Length];
        var marks = new bool[_model.Groups.Length];
        for (int other = 0; other < planned.Length; other++)
        {
            FilledSheet source = _parts[other] == _parts[question] ? own.Sheet : _best[_parts[other]]!;
            planned[other] = source.Classes[other];
            foreach (int group in _model.Around(other))
            {
                marks[group] |= source.Marks[group];
            }
        }

        return FilledSheet.Of(_model, planned, marks);
    }

    private bool Look(int part, int most)
    {
        int[] members = [.. Enumerable.Range(0, _parts.Length).Where(question => _parts[question] == part)];
        bool[] deciding = _model.Deciding(members.SelectMany(_model.ConditionsOf));
        int bestCount = -1;
        return new SheetWalk(_model, most) { Relevant = deciding, OnlySignatures = true }.Visit(family =>
        {
            FilledSheet sheet = family[0];
            int[] counting = [.. members.Where(question => Counts(sheet, question, deciding[question]))];
            if (counting.Length > bestCount)
            {
                bestCount = counting.Length;
                _best[part] = sheet.Copy();
            }

            foreach (int question in counting.Where(question => _bestFor[question] is not { } so || so.Count < counting.Length))
            {
                _bestFor[question] = (sheet.Copy(), counting.Length);
            }
        });
    }

    private bool Counts(FilledSheet sheet, int question, bool isDeciding)
    {
        QuestionModel model = _model.Questions[question];
        return isDeciding
            ? sheet.IsVisible(question) && IsCounted(model.Classes[sheet.Classes[question]])
            : !sheet.IsMarked(question) && IsCounted(model.Classes[0]) && sheet.Shows(question);
    }

    private static bool IsCounted(AnswerClass answers) => answers is { Standing: AnswerStanding.Counted } && answers.Words[0] >= 0;

    // For every question the first question of its part.
    private int[] Parts()
    {
        int[] parts = [.. Enumerable.Range(0, _model.Questions.Length)];
        for (int question = 0; question < parts.Length; question++)
        {
            foreach (int other in _model.ConditionsOf(question).SelectMany(condition => condition.Questions))
            {
                Join(parts, question, other);
            }
        }

        for (int group = 0; group < _model.Groups.Length; group++)
        {
            for (int question = _model.Groups[group].FirstQuestion + 1; _model.MarkMatters[group] && question < _model.Groups[group].EndQuestion; question++)
            {
                Join(parts, question, question - 1);
            }
        }

        return [.. parts.Select((_, question) => Root(parts, question))];
    }

    private static void Join(int[] parts, int one, int other)
    {
        (int left, int right) = (Root(parts, one), Root(parts, other));
        parts[Math.Max(left, right)] = Math.Min(left, right);
    }

    private static int Root(int[] parts, int question)
    {
        int root = question;
        while (parts[root] != root)
        {
            root = parts[root];
        }

        return root;
    }
}


namespace QualityKit.Analysis;

/// <summary>For every question the fullest sheet that shows it, in which the most questions count with an answer; or the emptiest, in which the fewest have to.
/// Questions that conditions tie together are looked at together, all others are simply answered.</summary>
internal sealed class FullestSheets
{
    private readonly FormModel _model;
    private readonly bool _isFullest;
    private readonly int[] _parts;
    private readonly FilledSheet?[] _best;
    private readonly (FilledSheet Sheet, int Answer, int Count)?[] _bestFor;
    private readonly int[] _bestCount;
    private readonly bool _isComplete = true;
    private FilledSheet? _whole;

    public FullestSheets(FormModel model, int most, bool isFullest)
    {
        _isFullest = isFullest;
        _model = model;
        _parts = Parts();
        _bestCount = new int[model.Questions.Length];
        _best = new FilledSheet?[model.Questions.Length];
        _bestFor = new (FilledSheet, int, int)?[model.Questions.Length];
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

        // Where the fullest of all sheets shows the question, there is no other to look for.
        if (_whole is { } whole && own.Count == _bestCount[_parts[question]] && whole.IsVisible(question) && whole.Classes[question] == own.Answer)
        {
            return whole;
        }

        FilledSheet sheet = Put(question, own);
        _whole ??= own.Count == _bestCount[_parts[question]] ? sheet : null;
        return sheet;
    }

    private FilledSheet Put(int question, (FilledSheet Sheet, int Answer, int Count) own)
    {
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

        planned[question] = own.Answer;
        return FilledSheet.Of(_model, planned, marks);
    }

    private bool Look(int part, int most)
    {
        int[] members = [.. Enumerable.Range(0, _parts.Length).Where(question => _parts[question] == part)];
        bool[] deciding = _model.Deciding(members.SelectMany(_model.ConditionsOf));
        int? best = null;
        return new SheetWalk(_model, most) { Relevant = deciding, OnlySignatures = true }.Visit(family =>
        {
            FilledSheet sheet = family[0];
            int count = members.Count(question => Counts(sheet, question, deciding[question], !_isFullest));
            if (best is not { } so || IsBetter(count, so))
            {
                best = count;
                _bestCount[part] = count;
                _best[part] = Filled(sheet, members, deciding);
            }

            foreach (int question in members.Where(question => Counts(sheet, question, deciding[question], isForced: false)))
            {
                // In an emptiest sheet the question itself is answered all the same.
                if (_bestFor[question] is not { } own || IsBetter(count, own.Count))
                {
                    _bestFor[question] = (Filled(sheet, members, deciding), deciding[question] ? sheet.Classes[question] : 0, count);
                }
            }
        });
    }

    private bool IsBetter(int count, int best) => _isFullest ? count > best : count < best;

    // What conditions leave free is answered, or left out where the sheet is to be empty.
    private FilledSheet Filled(FilledSheet sheet, int[] members, bool[] deciding)
    {
        FilledSheet filled = sheet.Copy();
        foreach (int question in members.Where(question => !deciding[question] || sheet.IsVisible(question)))
        {
            int given = deciding[question] ? sheet.Classes[question] : 0;
            int leaving = _isFullest ? -1 : LeavingOf(question, deciding[question] ? given : -1);
            filled.Classes[question] = leaving >= 0 ? leaving : given;
        }

        return filled;
    }

    // A class that leaves the question out and that no condition can tell from another class.
    private int LeavingOf(int question, int other)
    {
        QuestionModel model = _model.Questions[question];
        return Array.FindIndex(model.Classes, 0, model.OwnCount, answers => answers.Standing == AnswerStanding.LeftOut
            && (other < 0 || answers.Leaves.AsSpan().SequenceEqual(model.Classes[other].Leaves)));
    }

    // Whether a question counts with an answer, or has to.
    private bool Counts(FilledSheet sheet, int question, bool isDeciding, bool isForced)
    {
        int given = isDeciding ? sheet.Classes[question] : 0;
        bool isShown = isDeciding ? sheet.IsVisible(question) : !sheet.IsMarked(question) && sheet.Shows(question);
        return isShown && IsCounted(_model.Questions[question].Classes[given]) && !(isForced && LeavingOf(question, isDeciding ? given : -1) >= 0);
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

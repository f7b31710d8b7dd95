using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Checks answers against a form and codes them; every issue at once.</summary>
internal struct AnswerCheck
{
    private const int LongestComment = 100_000;

    private readonly ScoringPlan _plan;
    private readonly AnswerSheet _sheet;
    private readonly long[] _codes;
    private IssueList? _issues;
    private Dictionary<string, AnswerEntry>? _entries;

    private AnswerCheck(ScoringPlan plan, AnswerSheet sheet)
    {
        _plan = plan;
        _sheet = sheet;
        _codes = new long[plan.Layout.Length];
    }

    /// <summary>Codes answers that must be complete.</summary>
    public static Validated<CheckedAnswers> Complete(EvaluationForm form, AnswerSheet sheet) => new AnswerCheck(ScoringPlan.For(form), sheet).Run(isComplete: true);

    /// <summary>Codes answers that may be incomplete: nothing is required yet.</summary>
    public static Validated<CheckedAnswers> Partial(EvaluationForm form, AnswerSheet sheet) => new AnswerCheck(ScoringPlan.For(form), sheet).Run(isComplete: false);

    /// <summary>Codes what fits of answers that are being given, and says what is wrong or missing.</summary>
    public static (CheckedAnswers Fitting, ImmutableArray<Issue> Issues) Progress(EvaluationForm form, AnswerSheet sheet)
    {
        var check = new AnswerCheck(ScoringPlan.For(form), sheet);
        Validated<CheckedAnswers> complete = check.Run(isComplete: true);
        return (new CheckedAnswers(check._plan, sheet, check._codes), complete.Issues);
    }

    private Validated<CheckedAnswers> Run(bool isComplete)
    {
        _plan.BlankCodes.CopyTo(_codes, 0);
        // People answer in the order of the form, so the next question is the first guess.
        int expected = 0;
        foreach (AnswerEntry entry in _sheet.Entries)
        {
            int position = _plan.PositionOf(entry.Question, expected);
            Enter(entry, position);
            expected = position + 1;
        }

        if (_sheet.OverallComment is { } comment)
        {
            CheckComment(comment, "/comment");
        }

        MarkGroups();
        if (isComplete)
        {
            RequireWhatIsMissing();
        }

        return _issues is null
            ? new(new CheckedAnswers(_plan, _sheet, _codes), [])
            : new(null, _issues.ToImmutable());
    }

    private IssueList Issues() => _issues ??= new IssueList();

    private void Enter(AnswerEntry entry, int position)
    {
        if (position < 0)
        {
            Issues().Error(IssueCodes.AnswerToUnknownQuestion, AnswerCoder.PointerTo(entry.Question), ("question", entry.Question));
        }
        else if (entry.Answer is { } answer)
        {
            Enter(_plan.Questions[position], answer);
        }

        if (entry.Comment is { } comment)
        {
            CheckComment(comment, AnswerCoder.PointerTo(entry.Question) + "/comment");
        }
    }

    private void CheckComment(string comment, string pointer)
    {
        if (comment.Length > LongestComment)
        {
            Issues().Error(IssueCodes.CommentTooLong, pointer, ("length", comment.Length), ("most", LongestComment));
        }

        if (TextRules.BrokenAt(comment) is { } position)
        {
            Issues().Error(IssueCodes.BrokenAnswerText, pointer, ("position", position));
        }
    }

    private void Enter(QuestionPlan question, Answer answer)
    {
        Span<long> words = _codes.AsSpan(question.Slot, question.Words);
        int before = _issues?.Count ?? 0;
        new AnswerCoder(ref _issues).Code(question, answer, words);
        if (_issues is not null && _issues.Count > before)
        {
            // An answer that does not fit is no answer: nothing may be concluded from it.
            words.Clear();
            words[0] = question.Source is InformationBlock ? 0 : FlatAnswer.Unanswered;
        }
    }

    private void MarkGroups()
    {
        for (int mark = 0; mark < _sheet.NotApplicableGroups.Length; mark++)
        {
            string key = _sheet.NotApplicableGroups[mark];
            int group = _plan.Form.Index.GroupAt(key);
            if (group < 0)
            {
                Issues().Error(IssueCodes.UnknownAnswerGroup, $"/notApplicableGroups/{mark}", ("group", key));
            }
            else if (!_plan.Groups[group].Group.AllowsNotApplicable)
            {
                Issues().Error(IssueCodes.GroupNotApplicableNotAllowed, $"/notApplicableGroups/{mark}", ("group", key));
            }
            else
            {
                Mark(_plan.Groups[group]);
            }
        }
    }

    private void Mark(GroupPlace place)
    {
        for (int question = place.FirstQuestion; question < place.EndQuestion; question++)
        {
            if (_plan.Questions[question].Source is not InformationBlock)
            {
                _codes[_plan.Questions[question].Slot] = FlatAnswer.NotApplicable;
            }
        }
    }

    // What is hidden is not required; what is behind a group's N/A mark needs no comment either.
    private void RequireWhatIsMissing()
    {
        long[] codes = _codes;
        if (_plan.HasConditions)
        {
            codes = [.. _codes];
            _plan.Hide(codes);
        }

        foreach (QuestionPlan question in _plan.Questions)
        {
            long code = codes[question.Slot];
            if (code == FlatAnswer.Unanswered && question.IsRequired && IsMissing(question))
            {
                Issues().Error(IssueCodes.AnswerRequired, AnswerCoder.PointerTo(question.Source.Key), ("question", question.Source.Key));
            }
            else if (question.Comment != CommentRule.Never && NeedsComment(question, codes) && string.IsNullOrWhiteSpace(EntryFor(question)?.Comment))
            {
                Issues().Error(IssueCodes.CommentRequired, AnswerCoder.PointerTo(question.Source.Key), ("question", question.Source.Key));
            }
        }
    }

    // An answer that does not fit has its own issue already; an empty text is no answer.
    private bool IsMissing(QuestionPlan question) =>
        _issues is null
        || EntryFor(question)?.Answer is null
        || (question.Source is TextQuestion && EntryFor(question)?.Answer is TextAnswer text && string.IsNullOrWhiteSpace(text.Value));

    private bool NeedsComment(QuestionPlan question, ReadOnlySpan<long> codes)
    {
        long code = codes[question.Slot];
        return code >= 0
            ? question.Comment == CommentRule.Always || question.Scale?.IsFlagged(codes.Slice(question.Slot, question.Words)) == true
            : code == FlatAnswer.NotApplicable && question.Comment == CommentRule.Always && EntryFor(question)?.Answer is NotApplicableAnswer;
    }

    private AnswerEntry? EntryFor(QuestionPlan question)
    {
        _entries ??= _sheet.Entries.ToDictionary(entry => entry.Question, StringComparer.Ordinal);
        return _entries.GetValueOrDefault(question.Source.Key);
    }
}

using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Checks answers against a form and codes them; every issue at once.</summary>
internal sealed class AnswerCheck
{
    private readonly ScoringPlan _plan;
    private readonly AnswerSheet _sheet;
    private readonly long[] _codes;
    private readonly AnswerEntry?[] _entries;
    private readonly AnswerCoder _coder;
    private IssueList? _issues;

    private AnswerCheck(ScoringPlan plan, AnswerSheet sheet)
    {
        _plan = plan;
        _sheet = sheet;
        _codes = new long[plan.Layout.Length];
        _entries = new AnswerEntry?[plan.Questions.Length];
        _coder = new AnswerCoder(Issues);
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
        foreach (QuestionPlan question in _plan.Questions)
        {
            _codes[question.Slot] = question.Source is InformationBlock ? 0 : FlatAnswer.Unanswered;
        }

        foreach (AnswerEntry entry in _sheet.Entries)
        {
            Enter(entry);
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

    private void Enter(AnswerEntry entry)
    {
        int position = _plan.Form.Index.QuestionAt(entry.Question);
        if (position < 0)
        {
            Issues().Error(IssueCodes.AnswerToUnknownQuestion, AnswerCoder.PointerTo(entry.Question), ("question", entry.Question));
            return;
        }

        _entries[position] = entry;
        if (entry.Answer is { } answer)
        {
            QuestionPlan question = _plan.Questions[position];
            Span<long> words = _codes.AsSpan(question.Slot, question.Words);
            int before = _issues?.Count ?? 0;
            _coder.Code(question, answer, words);
            if (_issues is not null && _issues.Count > before)
            {
                // An answer that does not fit is no answer: nothing may be concluded from it.
                words.Clear();
                words[0] = question.Source is InformationBlock ? 0 : FlatAnswer.Unanswered;
            }
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
        long[] effective = [.. _codes];
        _plan.Hide(effective, new bool[_plan.Groups.Length]);
        for (int position = 0; position < _entries.Length; position++)
        {
            QuestionPlan question = _plan.Questions[position];
            long code = effective[question.Slot];
            if (code == FlatAnswer.Unanswered && question.IsRequired && (_entries[position]?.Answer is null or TextAnswer))
            {
                Issues().Error(IssueCodes.AnswerRequired, AnswerCoder.PointerTo(question.Source.Key), ("question", question.Source.Key));
            }
            else if (NeedsComment(question, code, effective) && string.IsNullOrWhiteSpace(_entries[position]?.Comment))
            {
                Issues().Error(IssueCodes.CommentRequired, AnswerCoder.PointerTo(question.Source.Key), ("question", question.Source.Key));
            }
        }
    }

    private bool NeedsComment(QuestionPlan question, long code, long[] effective)
    {
        bool isOwnMark = code == FlatAnswer.NotApplicable && _entries[question.Position]?.Answer is NotApplicableAnswer;
        return question.Source is AnswerableQuestion source && (code >= 0 || isOwnMark) && source.Comment switch
        {
            CommentRule.Always => true,
            CommentRule.WhenFlagged => code >= 0 && question.Scale is { } scale && scale.IsFlagged(effective.AsSpan(question.Slot, question.Words)),
            _ => false,
        };
    }
}

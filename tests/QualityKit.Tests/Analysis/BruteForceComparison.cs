using QualityKit.Analysis;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Analysis;

/// <summary>Where an analysis and brute force differ.</summary>
internal sealed class BruteForceComparison
{
    private readonly FormAnalysis _analysis;
    private readonly EvaluationForm _form;
    private readonly BruteForce _all;
    private readonly List<string> _differences = [];
    private readonly HashSet<(string Code, string Pointer)> _expected = [];
    private readonly HashSet<(string Code, string Pointer)> _looked = [];

    private BruteForceComparison(FormAnalysis analysis, BruteForce all)
    {
        _analysis = analysis;
        _form = analysis.Form;
        _all = all;
    }

    public static IReadOnlyList<string> Differences(FormAnalysis analysis, BruteForce all)
    {
        var comparison = new BruteForceComparison(analysis, all);
        comparison.CompareScores();
        comparison.CompareItems();
        comparison.CompareQuestions();
        comparison.CompareMarks();
        comparison.CompareIssues();
        return comparison._differences;
    }

    private void CompareScores()
    {
        Compare("lowest", _all.Lowest, _analysis.Lowest, isHighest: false, card => card.Total);
        Compare("highest", _all.Highest, _analysis.Highest, isHighest: true, card => card.Total);
        Compare("lowest raw", _all.LowestRaw, _analysis.LowestRaw, isHighest: false, card => card.RawTotal);
        Compare("highest raw", _all.HighestRaw, _analysis.HighestRaw, isHighest: true, card => card.RawTotal);
    }

    private void Compare(string what, Score? expected, ReachableScore found, bool isHighest, Func<Scorecard, Score?> score)
    {
        if (found.IsDecided)
        {
            Equal(what, expected?.ToString(), found.Score?.ToString());
            Equal(what + " exactly", expected?.Value, found.Score?.Value);
            Equal(what + " bound", found.Score, found.Bound);
        }
        else if (expected is { } exact && found.Bound is { } bound && (isHighest ? bound < exact : bound > exact))
        {
            _differences.Add($"{what}: {exact} lies beyond the bound {bound}");
        }

        Score? witnessed = found.Witness is { } witness ? score(Scorer.Preview(_form, witness)) : null;
        Equal(what + " witness", found.Score, witnessed);
        if (found.Witness is { } sheet)
        {
            Equal(what + " witness can be submitted", "", string.Join(' ', sheet.Check(_form).Issues.Where(issue => issue.Code != IssueCodes.CommentRequired)));
        }
    }

    private void CompareItems()
    {
        CompareItems(_form.Groups.CastArray<FormItem>(), "/groups", _ => true);
        for (int rule = 0; rule < _form.Rules.Length; rule++)
        {
            if (_form.Rules[rule].When is { } condition)
            {
                CompareCondition(condition, $"/rules/{rule}/when", _all.Sheets);
            }
        }
    }

    private void CompareItems(IEnumerable<FormItem> items, string pointer, Func<BruteForce.Sheet, bool> isThere)
    {
        foreach ((FormItem item, int position) in items.Select((item, position) => (item, position)))
        {
            string place = $"{pointer}/{position}";
            BruteForce.Sheet[] around = [.. _all.Sheets.Where(isThere)];
            bool Shows(BruteForce.Sheet sheet) => isThere(sheet) && (item.VisibleWhen is null || _all.Holds(item.VisibleWhen, sheet));
            if (around.Length > 0)
            {
                Expect(!around.Any(Shows), item is Group ? IssueCodes.GroupNeverVisible : IssueCodes.QuestionNeverVisible, place);
            }

            if (item.VisibleWhen is { } condition)
            {
                CompareCondition(condition, place + "/visibleWhen", around);
            }

            if (item is Group group)
            {
                CompareItems(group.Items, place + "/items", Shows);
            }
        }
    }

    // A constant condition is told at the innermost place that explains it.
    private void CompareCondition(Condition condition, string pointer, IReadOnlyList<BruteForce.Sheet> sheets)
    {
        (Condition Part, string Pointer)[] parts = condition switch
        {
            AllOf all => [.. all.Parts.Select((part, position) => (part, $"{pointer}/all/{position}"))],
            AnyOf any => [.. any.Parts.Select((part, position) => (part, $"{pointer}/any/{position}"))],
            Negation not => [(not.Part, pointer + "/not")],
            _ => [],
        };
        bool Always(Condition some) => sheets.All(sheet => _all.Holds(some, sheet));
        bool Never(Condition some) => sheets.All(sheet => !_all.Holds(some, sheet));
        bool isExplained = parts.Length > 0 && condition switch
        {
            Negation => true,
            AllOf => Always(condition) || parts.Any(part => Never(part.Part)),
            _ => Never(condition) || parts.Any(part => Always(part.Part)),
        };
        if (sheets.Count > 0 && !isExplained)
        {
            Expect(Never(condition), IssueCodes.ConditionNeverHolds, pointer);
            Expect(Always(condition), IssueCodes.ConditionAlwaysHolds, pointer);
        }

        // Where no sheet that asks for it was seen, whether a part explains it is open too.
        _looked.UnionWith([(IssueCodes.ConditionNeverHolds, pointer), (IssueCodes.ConditionAlwaysHolds, pointer)]);

        foreach ((Condition part, string place) in parts)
        {
            CompareCondition(part, place, sheets);
        }
    }

    private void CompareQuestions()
    {
        string[] pointers = [.. Pointers(_form.Groups.CastArray<FormItem>(), "/groups")];
        for (int question = 0; question < _form.Questions.Length; question++)
        {
            QuestionShare share = _analysis.Shares[question];
            bool isShown = _all.Sheets.Any(sheet => sheet.Shows(question));
            if (share.CanBeVisible is { } canBe)
            {
                Equal($"{share.Key} can be visible", isShown, canBe);
            }

            CompareShare(question, share);
            CompareChange(question, share);
            if (isShown && _form.Questions[question] is ScoredQuestion source)
            {
                CompareEffects(question, source, pointers[question]);
                CompareFailures(question, source, pointers[question]);
            }
        }
    }

    private static IEnumerable<string> Pointers(IEnumerable<FormItem> items, string pointer) =>
        items.SelectMany((item, position) => item is Group group ? Pointers(group.Items, $"{pointer}/{position}/items") : [$"{pointer}/{position}"]);

    private void CompareShare(int question, QuestionShare share)
    {
        Fraction[] weights = [.. _all.Sheets.Select(sheet => sheet.Card.Questions[question].AppliedWeight).OfType<Fraction>()];
        if (share.IsRangeDecided)
        {
            Equal($"{share.Key} lowest share", weights.Length == 0 ? null : weights.Min(), share.LowestShare);
            Equal($"{share.Key} highest share", weights.Length == 0 ? null : weights.Max(), share.HighestShare);
        }

        // Where an answer is dropped by value the fullest sheet is one of several.
        IGrouping<int, BruteForce.Sheet>? fullest = _all.Sheets.Where(sheet => IsAnswered(sheet, question)).GroupBy(CountOf).MaxBy(alike => alike.Key);
        bool isComparable = _form.Method.Selection.Kind == SelectionKind.All && _form.Method.LeastAnswers is null;
        Fraction?[] possible = [.. fullest?.Select(sheet => sheet.Card.Questions[question].AppliedWeight) ?? [null]];
        if (isComparable && !possible.Contains(share.Share) && (share.Share is not null || _analysis.IsDecided))
        {
            _differences.Add($"{share.Key} share: {share.Share} is not among {string.Join(", ", possible.Distinct())}");
        }

        int CountOf(BruteForce.Sheet sheet) => Enumerable.Range(0, _form.Questions.Length).Count(other => IsAnswered(sheet, other));
    }

    private static bool IsAnswered(BruteForce.Sheet sheet, int question) => sheet.Card.Questions[question].State == QuestionState.Answered;

    private void CompareChange(int question, QuestionShare share)
    {
        Fraction? largest = _all.Sheets.Where(sheet => _all.IsGiven(sheet, question) && sheet.Card.Total is not null)
            .SelectMany(sheet => _all.Neighbours(sheet, question).Append(sheet).Where(other => other.Card.Total is not null)
                .Select(other => (Fraction?)Fraction.Abs(sheet.Card.Total!.Value.Value - other.Card.Total!.Value.Value)))
            .DefaultIfEmpty().Max();
        if (share.Change.IsDecided)
        {
            Equal($"{share.Key} largest change", largest, share.Change.Largest?.Value);
        }
        else if (largest > share.Change.Bound?.Value)
        {
            _differences.Add($"{share.Key}: the change {largest} lies beyond the bound {share.Change.Bound}");
        }

        if (share.Change is { Before: { } before, After: { } after })
        {
            Equal($"{share.Key} change witnessed", share.Change.Largest?.Value, Scorer.Preview(_form, after).Total?.Value - Scorer.Preview(_form, before).Total?.Value);
        }
    }

    private void CompareEffects(int question, ScoredQuestion source, string pointer)
    {
        (string Code, string Pointer, bool HasEffect)[] choices = source switch
        {
            ChoiceQuestion choice => [.. choice.Options.Select((option, position) => (IssueCodes.OptionWithoutEffect, $"{pointer}/options/{position}", HasEffect(question, answer => answer is SelectedOptions selected && selected.Options[0] == option.Key)))],
            MultiSelectQuestion select => [.. select.Options.Select((option, position) => (IssueCodes.OptionWithoutEffect, $"{pointer}/options/{position}", HasEffect(question, option.Key)))],
            NumberQuestion number => [.. number.Ranges.Select((range, position) => (IssueCodes.OptionWithoutEffect, $"{pointer}/ranges/{position}", HasEffect(question, answer => answer is NumberAnswer given && given.Value >= range.Minimum && given.Value <= range.Maximum)))],
            _ => [],
        };
        if (source.AllowsNotApplicable)
        {
            choices = [.. choices, (IssueCodes.OptionWithoutEffect, pointer + "/allowsNotApplicable", HasEffect(question, answer => answer is NotApplicableAnswer))];
        }

        bool isWithout = choices.All(choice => !choice.HasEffect);
        Expect(isWithout && !source.IsExcluded, IssueCodes.QuestionWithoutEffect, pointer);
        foreach ((string code, string place, bool hasEffect) in choices)
        {
            Expect(!hasEffect && !isWithout, code, place);
        }
    }

    private bool HasEffect(int question, Func<Answer?, bool> isIt) => _all.Sheets
        .Where(sheet => _all.IsGiven(sheet, question) && isIt(_all.Given(sheet, question)))
        .Any(sheet => _all.Neighbours(sheet, question).Any(other => !other.IsLike(sheet)));

    // A multiple selection with an option beside the same without it.
    private bool HasEffect(int question, string option) => _all.Sheets
        .Where(sheet => _all.IsGiven(sheet, question) && _all.Given(sheet, question) is SelectedOptions selected && selected.Options.Contains(option))
        .Any(sheet => _all.Neighbours(sheet, question).Any(other => _all.Given(other, question) is SelectedOptions rest
            && rest.Options.SequenceEqual(((SelectedOptions)_all.Given(sheet, question)!).Options.Where(key => key != option)) && !other.IsLike(sheet)));

    private void CompareFailures(int question, ScoredQuestion source, string pointer)
    {
        bool Fails(FailureCause cause) => _all.Sheets.Any(sheet => sheet.Card.Failures.Any(failure => failure.Question == source.Key && failure.Cause == cause));
        if (source.IsFatal)
        {
            Expect(!Fails(FailureCause.Fatal), IssueCodes.FatalNeverFails, pointer + "/fatal");
        }

        if (source.IsCritical && _form.Method.CriticalBelow is not null)
        {
            Expect(!Fails(FailureCause.Critical), IssueCodes.CriticalNeverFails, pointer + "/critical");
        }
    }

    private void CompareMarks()
    {
        Scorecard[] scored = [.. _all.Sheets.Select(sheet => sheet.Card).Where(card => card.Total is not null)];
        Expect(scored.Length == 0, IssueCodes.NoScorePossible, "");
        if (_form.Pass?.Mark is { } mark && scored.Length > 0)
        {
            bool Meets(Scorecard card) => mark.Unit == ScoreUnit.Grade ? card.Total <= mark : card.Total >= mark;
            Expect(!scored.Any(Meets), IssueCodes.MarkNeverReached, "/pass/mark");
            Expect(scored.All(Meets), IssueCodes.MarkAlwaysReached, "/pass/mark");
        }

        if (_form.Pass?.QuestionMinimum is { } minimum)
        {
            bool IsBelow(QuestionScore question) => question.State == QuestionState.Answered && question.Question is ScoredQuestion { IsBonus: false }
                && minimum.Unit switch
                {
                    ScoreUnit.Share => question.Value < minimum.Value,
                    ScoreUnit.Points => question.Points < minimum.Value,
                    _ => question.Points > minimum.Value,
                };
            Expect(!_all.Sheets.Any(sheet => sheet.Card.Questions.Any(IsBelow)), IssueCodes.QuestionMinimumAlwaysMet, "/pass/questionMinimum");
        }

        for (int band = 0; band < _form.Bands.Length && scored.Length > 0; band++)
        {
            Expect(!scored.Any(card => card.Band == _form.Bands[band]), IssueCodes.BandNeverReached, $"/bands/{band}");
            Expect(scored.All(card => card.Band == _form.Bands[band]), IssueCodes.BandAlwaysReached, $"/bands/{band}");
        }

        CompareGroupBands(_form.Groups.CastArray<FormItem>(), "/groups");
    }

    private void CompareGroupBands(IEnumerable<FormItem> items, string pointer)
    {
        foreach ((Group? group, int position) in items.Select((item, position) => (item as Group, position)).Where(item => item.Item1 is not null))
        {
            GroupScore[] scored = [.. _all.Sheets.Select(sheet => sheet.Card.Group(group!.Key)).Where(score => score.Score is not null)];
            for (int band = 0; band < group!.Bands.Length; band++)
            {
                Expect(!scored.Any(score => score.Band == group.Bands[band]), IssueCodes.BandNeverReached, $"{pointer}/{position}/bands/{band}");
                Expect(scored.Length > 0 && scored.All(score => score.Band == group.Bands[band]), IssueCodes.BandAlwaysReached, $"{pointer}/{position}/bands/{band}");
            }

            CompareGroupBands(group.Items, $"{pointer}/{position}/items");
        }
    }

    private void CompareIssues()
    {
        for (int rule = 0; rule < _form.Rules.Length; rule++)
        {
            EvaluationForm without = FormJson.Read(FormJson.Write(_form.Edit() with { Rules = _form.Rules.RemoveAt(rule) })).Value.Publish().Value;
            BruteForce rest = BruteForce.TryAll(without, long.MaxValue)!;
            Expect(_all.Sheets.Zip(rest.Sheets, (sheet, other) => sheet.IsLike(other)).All(isLike => isLike), IssueCodes.RuleWithoutEffect, $"/rules/{rule}");
        }

        HashSet<(string Code, string Pointer)> open = [.. _analysis.NotDecided.Select(check => (check.Code, check.Pointer)).Where(IsAboutOneThing)];
        HashSet<(string Code, string Pointer)> said = [.. _analysis.Issues.Select(issue => (issue.Code, issue.Pointer)).Where(IsAboutOneThing)];
        _differences.AddRange(_expected.Where(issue => !said.Contains(issue) && !open.Contains(issue)).Select(issue => $"not said: {issue}"));
        _differences.AddRange(said.Where(issue => !_expected.Contains(issue)).Select(issue => $"said falsely: {issue}"));
        _differences.AddRange(open.Where(issue => !_looked.Contains(issue) && !MayBeHidden(issue.Pointer) && !open.Contains((IssueCodes.NoScorePossible, ""))).Select(issue => $"left open where nothing is asked: {issue}"));
    }

    // Brute force asks nothing about what no sheet shows. An analysis that cannot tell whether one does leaves open what it would ask.
    private bool MayBeHidden(string pointer) => _analysis.NotDecided.Any(check =>
        check.Code is IssueCodes.GroupNeverVisible or IssueCodes.QuestionNeverVisible
        && (pointer == check.Pointer || pointer.StartsWith(check.Pointer + "/", StringComparison.Ordinal)));

    // What rounding hides follows from shares and changes, which are compared themselves.
    private static bool IsAboutOneThing((string Code, string Pointer) issue) => issue.Code is not (IssueCodes.SharesShownAlike or IssueCodes.EffectRoundedAway);

    private void Expect(bool isSo, string code, string pointer)
    {
        _looked.Add((code, pointer));
        if (isSo)
        {
            _expected.Add((code, pointer));
        }
    }

    private void Equal<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            _differences.Add($"{what}: expected {expected}, the analysis says {found}");
        }
    }
}

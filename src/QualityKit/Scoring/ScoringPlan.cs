using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A form made ready for scoring, once.</summary>
internal sealed class ScoringPlan
{
    private static readonly ConditionalWeakTable<EvaluationForm, ScoringPlan> Plans = [];

    private readonly ConditionTest?[] _questionTests;
    private readonly ConditionTest?[] _groupTests;
    private readonly (int Question, ConditionTest Test)[] _conditions;

    private ScoringPlan(EvaluationForm form)
    {
        Form = form;
        FormIndex index = form.Index;
        Layout = new FlatLayout(index);
        Groups = index.Groups;
        Fraction[] weights = GroupWeights(Groups);
        Questions = [.. index.Questions.Select((_, position) =>
            new QuestionPlan(form, position, Layout[position], weights[index.QuestionGroups[position]]))];
        _questionTests = [.. index.Questions.Select(question => ConditionTest.For(question.VisibleWhen, Layout))];
        _groupTests = [.. Groups.Select(place => ConditionTest.For(place.Group.VisibleWhen, Layout))];
        BlankCodes = new long[Layout.Length];
        foreach (QuestionPlan question in Questions)
        {
            BlankCodes[question.Slot] = question.Source is InformationBlock ? 0 : FlatAnswer.Unanswered;
        }

        RuleTests = [.. form.Rules.Select(rule => ConditionTest.For(rule.When, Layout))];
        CriticalLimit = form.Method.CriticalBelow is { } percent ? Fraction.From(percent) / 100 : null;
        HasGroupConditions = _groupTests.OfType<ConditionTest>().Any();
        _conditions = [.. Enumerable.Range(0, _questionTests.Length).Where(question => _questionTests[question] is not null)
            .Select(question => (question, _questionTests[question]!))];
        Quick = QuickPlan.TryBuild(this);
    }

    public EvaluationForm Form { get; }

    public FlatLayout Layout { get; }

    public ImmutableArray<GroupPlace> Groups { get; }

    public ImmutableArray<QuestionPlan> Questions { get; }

    /// <summary>The codes of a form without answers.</summary>
    public long[] BlankCodes { get; }

    /// <summary>The conditions of the form's score rules; null: always.</summary>
    public ImmutableArray<ConditionTest?> RuleTests { get; }

    /// <summary>The value below which a critical question fails; null when none does.</summary>
    public Fraction? CriticalLimit { get; }

    /// <summary>The same form for the quick path; null when it takes the full calculation.</summary>
    public QuickPlan? Quick { get; }

    public ScoringMethod Method => Form.Method;

    public static ScoringPlan For(EvaluationForm form) => Plans.GetValue(form, static key => new ScoringPlan(key));

    /// <summary>The position of a question; -1 when the form has none of that key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="guess">Where it probably is.</param>
    public int PositionOf(string key, int guess) =>
        (uint)guess < (uint)Questions.Length && Questions[guess].Source.Key == key ? guess : Form.Index.QuestionAt(key);

    /// <summary>Whether anything can be hidden.</summary>
    public bool HasConditions => HasGroupConditions || _conditions.Length != 0;

    public bool HasGroupConditions { get; }

    /// <summary>Gives every hidden question the code of one (rule S2).</summary>
    /// <param name="codes">Flat answers, changed in place.</param>
    public void Hide(Span<long> codes) => Hide(codes, []);

    /// <summary>Gives every hidden question the code of one, and says which groups are there.</summary>
    /// <param name="codes">Flat answers, changed in place.</param>
    /// <param name="isGroupPresent">One flag a group; none where nobody asks.</param>
    public void Hide(Span<long> codes, Span<bool> isGroupPresent)
    {
        if (HasGroupConditions)
        {
            HideByGroups(codes, isGroupPresent);
        }
        else
        {
            HideByQuestions(codes);
            isGroupPresent.Fill(true);
        }
    }

    private void HideByQuestions(Span<long> codes)
    {
        foreach ((int question, ConditionTest test) in _conditions)
        {
            if (!test.Holds(codes))
            {
                codes[Layout[question]] = FlatAnswer.Hidden;
            }
        }
    }

    private void HideByGroups(Span<long> codes, Span<bool> isGroupPresent)
    {
        int group = 0;
        int absentUntil = 0;
        for (int question = 0; question < Questions.Length; question++)
        {
            for (; group < Groups.Length && Groups[group].FirstQuestion == question; group++)
            {
                bool isPresent = question >= absentUntil && Holds(_groupTests[group], codes);
                absentUntil = isPresent ? absentUntil : Math.Max(absentUntil, Groups[group].EndQuestion);
                if (group < isGroupPresent.Length)
                {
                    isGroupPresent[group] = isPresent;
                }
            }

            if (question < absentUntil || !Holds(_questionTests[question], codes))
            {
                codes[Layout[question]] = FlatAnswer.Hidden;
            }
        }
    }

    private static bool Holds(ConditionTest? test, ReadOnlySpan<long> codes) => test is null || test.Holds(codes);

    private static Fraction[] GroupWeights(ImmutableArray<GroupPlace> groups)
    {
        var weights = new Fraction[groups.Length];
        for (int group = 0; group < groups.Length; group++)
        {
            int parent = groups[group].Parent;
            weights[group] = Fraction.From(groups[group].Group.Weight) * (parent < 0 ? Fraction.One : weights[parent]);
        }

        return weights;
    }
}

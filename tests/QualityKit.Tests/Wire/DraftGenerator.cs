using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Tests.Wire;

/// <summary>Makes drafts that the format can hold, from a seed; whether they could be published does not matter.</summary>
internal sealed class DraftGenerator(int seed)
{
    private const string Letters = "abcXYZ019._-";
    private static readonly string[] Texts = ["", "Q", "æøå", "\"\\/\b\f\n\r\t\u0001", "😀 \u2028", "a\u0000b", "<b>&'+</b>"];

    private readonly Random _random = new(seed);

    public FormDraft Form() => new()
    {
        Key = Key(),
        Version = Maybe(_random.Next(1, int.MaxValue), 1),
        Name = Text(),
        Description = Maybe(Text()),
        Language = Maybe("da-DK", "en"),
        Directory = Maybe(Plain()),
        Links = Some(() => new FormLink { Title = Text(), Target = Plain() }),
        Method = Coin() ? ScoringMethod.Default : Method(),
        Pass = Maybe(new PassRule { Mark = Coin() ? Mark() : null, QuestionMinimum = Coin() ? Mark() : null }),
        Bands = Some(Band),
        Rules = Some(Rule),
        Settings = Coin() ? new() : Settings(),
        Groups = Some(() => Group(depth: 0)),
    };

    private Group Group(int depth) => new()
    {
        Key = Key(),
        Title = Text(),
        Weight = Number(0, 1),
        AllowsNotApplicable = Coin(),
        VisibleWhen = MaybeCondition(),
        Bands = Some(Band),
        Items = Some(() => Item(depth)),
    };

    private FormItem Item(int depth) => _random.Next(depth < 5 ? 7 : 6) switch
    {
        0 => Common(new ChoiceQuestion { Key = Key(), Text = Text(), Options = Some(ChoiceOption), Preset = Of<ChoicePreset>() }),
        1 => Common(new MultiSelectQuestion { Key = Key(), Text = Text(), Options = Some(SelectOption), Cap = Coin() ? Number(0, 0) : null }),
        2 => Common(new NumberQuestion { Key = Key(), Text = Text(), Step = Number(1, 1), Ranges = Some(Range) }),
        3 => Answerable(new TextQuestion { Key = Key(), Text = Text(), MaxLength = Maybe(_random.Next(1, 100_001), 4000), IsRequired = Coin() }),
        4 => Answerable(new DateQuestion { Key = Key(), Text = Text(), IsRequired = Coin() }),
        5 => new InformationBlock { Key = Key(), Text = Text(), Help = Maybe(Text()), VisibleWhen = MaybeCondition() },
        _ => Group(depth + 1),
    };

    private T Common<T>(T question)
        where T : ScoredQuestion => Answerable(question) with
        {
            Weight = Number(0, 1),
            IsRequired = Coin(),
            IsCritical = Coin(),
            IsFatal = Coin(),
            IsBonus = Coin(),
            IsExcluded = Coin(),
            FailureScope = Scope(),
        };

    private T Answerable<T>(T question)
        where T : AnswerableQuestion => question with
        {
            Help = Maybe(Text()),
            AllowsNotApplicable = Coin(),
            Comment = Of<CommentRule>(),
            VisibleWhen = MaybeCondition(),
            Tags = Some(Key),
            Default = Default(),
        };

    private ChoiceOption ChoiceOption() => new()
    {
        Key = Key(),
        Text = Text(),
        Points = Number(-50, 0),
        Fails = Maybe(Scope()),
        RequiresComment = Coin(),
        IsBonus = Coin(),
    };

    private SelectOption SelectOption() => new()
    {
        Key = Key(),
        Text = Text(),
        Points = Number(-50, 0),
        UnselectedPoints = Number(-50, 0),
        Fails = Maybe(Scope()),
        RequiresComment = Coin(),
    };

    private NumberRange Range() => new()
    {
        Minimum = Number(-50, 0),
        Maximum = Number(-50, 0),
        Points = Number(-50, 0),
        Fails = Maybe(Scope()),
        RequiresComment = Coin(),
        IsBonus = Coin(),
    };

    private ScoringMethod Method() => new()
    {
        Name = Maybe(Plain()),
        Value = Pick(QuestionValue.OfMaximum, QuestionValue.OfRange, QuestionValue.OfFixedScale(Number(1, 1)), QuestionValue.OfLargestMagnitude, QuestionValue.AsPoints),
        Combination = Pick(
            Combination.GroupWeights(Of<GroupBasis>()), Combination.QuestionWeights, Combination.WeightedPoints, Combination.TotalPoints,
            Combination.Deductions(Number(1, 1)), Combination.Sum, Combination.Grade),
        NotApplicable = Of<NotApplicableRule>(),
        Unanswered = Of<UnansweredRule>(),
        Failure = Of<FailureEffect>(),
        CriticalBelow = Coin() ? _random.Next(1, 101) : null,
        Bonus = Of<BonusRule>(),
        Selection = Pick(Selection.All, Selection.DropLowest(_random.Next(1, 9)), Selection.KeepHighest(_random.Next(1, 9)), Selection.KeepLowest(_random.Next(1, 9)), Selection.KeepMiddle, Selection.KeepMostFrequent),
        LeastAnswers = Maybe(new LeastAnswers { Count = _random.Next(1, 9), Effect = Of<LeastAnswersEffect>() }),
        CapAtFull = Coin(),
        FloorAtZero = Coin(),
        Critical = Of<CriticalBasis>(),
        Rounding = new() { Digits = _random.Next(7), Midpoint = Of<MidpointRounding>() },
    };

    private FormSettings Settings() => new()
    {
        RequiresAcknowledgement = Coin(),
        AllowsRevisions = Coin(),
        Disputes = Maybe(new DisputeSettings
        {
            Maximum = _random.Next(1, 21),
            WindowDays = _random.Next(1, 366),
            AllowsAfterAcknowledgement = Coin(),
            Assignees = Some(() => Pick(DisputeAssignee.Original, DisputeAssignee.None, DisputeAssignee.User("u" + Plain()))),
        }),
    };

    private Band Band()
    {
        bool hasTop = Coin();
        return new() { Name = Text(), Minimum = !hasTop || Coin() ? Mark() : null, Top = hasTop ? Mark() : null };
    }

    private ScoreRule Rule() => new() { GroupKey = Maybe(Key()), When = MaybeCondition(), Effect = Of<ScoreRuleEffect>(), Amount = Mark() };

    private Condition? MaybeCondition() => _random.Next(4) == 0 ? Condition(depth: 0) : null;

    private Condition Condition(int depth) => _random.Next(depth < 4 ? 7 : 4) switch
    {
        0 => new AnsweredOption { Question = Key(), Options = Some(Key), Match = Of<OptionMatch>() },
        1 => Coin() ? When.Number(Key(), minimum: Number(-5, 0)) : When.Number(Key(), Coin() ? Number(-5, 0) : null, Number(-5, 0)),
        2 => When.NotApplicable(Key()),
        3 => When.Unanswered(Key()),
        4 => new AllOf { Parts = Some(() => Condition(depth + 1)) },
        5 => new AnyOf { Parts = Some(() => Condition(depth + 1)) },
        _ => When.Not(Condition(depth + 1)),
    };

    private DefaultAnswer Default() => _random.Next(9) switch
    {
        0 => DefaultAnswer.Highest,
        1 => DefaultAnswer.Lowest,
        2 => DefaultAnswer.NotApplicable,
        3 => DefaultAnswer.Given(NotApplicableAnswer.Instance),
        4 => DefaultAnswer.Given(new SelectedOptions { Options = Some(Key) }),
        5 => DefaultAnswer.Given(new NumberAnswer { Value = Number(-50, 0) }),
        6 => DefaultAnswer.Given(new TextAnswer { Value = Plain() }),
        7 => DefaultAnswer.Given(new DateAnswer { Value = DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)) }),
        _ => DefaultAnswer.None,
    };

    private Score Mark() => Pick(Score.Percent(Number(-50, 0)), Score.Points(Number(-50, 0)), Score.Grade(Number(0, 0)));

    private FailureScope Scope() => Pick(FailureScope.Form, FailureScope.OwnGroup, FailureScope.Group(Key()));

    private LocalizedText Text()
    {
        LocalizedText text = Plain();
        return _random.Next(3) switch
        {
            0 => text.In("de-AT", Plain()).In("da", Plain()),
            1 => text.In("zh-Hant-TW", Plain()),
            _ => text,
        };
    }

    private string Plain() => Pick(Texts);

    private string Key() => new(_random.GetItems<char>(Letters, _random.Next(1, 6)));

    private decimal Number(int from, decimal usual) => Pick(
        usual,
        _random.Next(from, 100),
        _random.Next(Math.Max(from, 1), 100) / 8m,
        1.10m,
        1e27m,
        0.1234567890123456789012345678m);

    private ImmutableArray<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];

    private T? Maybe<T>(T value)
        where T : class => Coin() ? value : null;

    private T Maybe<T>(T value, T usual) => Coin() ? value : usual;

    private T Of<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private bool Coin() => _random.Next(2) == 0;
}

using System.Text.RegularExpressions;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Tests.Wire;
using QualityKit.Validation;
using QualityKit.Wire;
using Group = QualityKit.Forms.Group;

namespace QualityKit.Tests.Forms;

public sealed partial class FormDiffTests
{
    private static readonly MessageCatalogue[] Catalogues = [MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German];

    private static readonly ChoiceQuestion Solved = Ask.Choice("solved", "Solved?", ("yes", 10), ("no", 0));
    private static readonly MultiSelectQuestion Steps = Ask.MultiSelect("steps", "Steps?", ("a", 2), ("b", 1));
    private static readonly NumberQuestion Wait = Ask.Number("wait", "Wait?", (0, 30, 5), (31, 60, 0));
    private static readonly TextQuestion Notes = Ask.Text("notes", "Notes");

    private static readonly FormLink First = new() { Title = "Policy", Target = "p:1" };
    private static readonly FormLink Second = new() { Title = "Procedure", Target = "p:2" };

    private static readonly FormDraft Draft = EvaluationForm.Draft("Call")
        .Group("Opening", weight: 20, Ask.YesNo("greeting", "Greeted?"), Ask.Information("intro", "Read this"))
        .Group("Resolution", weight: 80, Solved, Steps, Wait, Notes, Ask.Date("day", "Which day?"));

    public static TheoryData<string, string> Sentences { get; } = new()
    {
        { "`Call`: the key of the form `call` becomes `phone`", "key" },
        { "the form `Call` is called `Phone` now", "name" },
        { "`Call`: the name in `da` none becomes `Opkald`", "translation" },
        { "`Call`: the folder the root becomes `Sales`", "directory" },
        { "`Call`: the link `Policy` was added", "link" },
        { "`Call`: there is a pass rule now", "pass" },
        { "`Call`: the pass mark none becomes 79.995 %", "pass" },
        { "`Call`: the band `Good` was added", "band" },
        { "`Call`: a score rule was added: lower by 5 %", "rule" },
        { "`Call`: questions were put together by group weights and are by weighted points now", "combination" },
        { "`Call`: what happens to N/A: the weight stays in the group becomes full marks", "notApplicable" },
        { "`Call`: the digits shown of a score 2 becomes 0", "digits" },
        { "`Call`: scores are capped at 100 % now", "cap" },
        { "`Call`: the least number of answers none becomes 3", "least" },
        { "`Call`: what too few answers do: none becomes no score", "least" },
        { "`Call`: the agent must acknowledge evaluations now", "acknowledgement" },
        { "`Call`: submitted evaluations can no longer be revised", "revisions" },
        { "`Call`: evaluations can be disputed now", "disputes" },
        { "`Call`: who handles a dispute: the original evaluator becomes `lead`, nobody until someone takes it", "disputes" },
        { "`Call`: evaluations can be disputed after they were acknowledged now", "afterAcknowledgement" },
        { "`Call`: the groups `opening`, `resolution` come in the order `resolution`, `opening` now", "order" },
        { "`Opening`: weight 20 becomes 30.5", "groupWeight" },
        { "the group `Opening` is called `Start` now", "title" },
        { "`Opening`: can be marked N/A now", "groupNotApplicable" },
        { "`Resolution`: was shown always and is now shown when `greeting` is `no`", "groupVisible" },
        { "`Opening`: the group was removed", "removed" },
        { "`Greeted?`: the question was removed", "removed" },
        { "`Closing`: the group was added", "added" },
        { "`Thanked?`: the question was added", "added" },
        { "`Solved?`: the question moved from `resolution` to `opening`", "moved" },
        { "`Inner`: the group moved from the top level to `resolution`", "nested" },
        { "the question `Solved?` reads `Was it solved?` now", "text" },
        { "`Solved?`: the help none becomes `Ask.`", "help" },
        { "`Solved?`: must be answered now", "required" },
        { "`Solved?`: a comment is needed: never becomes when a flagged option is chosen", "comment" },
        { "`Solved?`: is fatal now", "fatal" },
        { "`Solved?`: is critical now", "critical" },
        { "`Solved?`: is a bonus question now", "bonus" },
        { "`Solved?`: is no longer scored", "excluded" },
        { "`Solved?`: what it fails: the form becomes its group", "failureScope" },
        { "`Solved?`: what it fails: the form becomes the group `opening`", "namedScope" },
        { "`Solved?`: tags none becomes `tone`, `policy`", "tags" },
        { "`Solved?`: the default answer none becomes the highest", "default" },
        { "`Solved?`: the default answer none becomes `yes`", "given" },
        { "`Wait?`: the default answer none becomes 7.5", "defaultNumber" },
        { "`Notes`: the default answer none becomes `as usual`", "defaultText" },
        { "`Which day?`: the default answer none becomes 2026-12-31", "defaultDate" },
        { "`Which day?`: the default answer none becomes N/A", "defaultMark" },
        { "`Solved?`: shown as a list becomes yes and no", "preset" },
        { "`Solved?`: the kind of question single choice becomes number", "type" },
        { "`Solved?`: the options `yes`, `no` come in the order `no`, `yes` now", "optionOrder" },
        { "`Solved?`: the option `Partly` was added", "optionAdded" },
        { "`Solved?`: the option `No` was removed", "optionRemoved" },
        { "`Solved?`: the option `No` reads `Not yet` now", "optionText" },
        { "`Solved?`: points for `No`: 0 becomes -2.5", "points" },
        { "`Solved?`: what `No` fails: none becomes the form", "fails" },
        { "`Solved?`: `No` is flagged for a comment now", "flagged" },
        { "`Steps?`: points when `B` is not selected: 0 becomes 1", "unselected" },
        { "`Steps?`: the most points none becomes 2", "cap of points" },
        { "`Wait?`: the step between two numbers 1 becomes 0.5", "step" },
        { "`Wait?`: points for 0 to 30: 5 becomes 6", "range" },
        { "`Wait?`: the range 31 to 60 was removed", "rangeRemoved" },
        { "`Notes`: the most characters 4000 becomes 100", "maxLength" },
        { "`Notes`: need not be answered any more", "notRequired" },
        { "`Call`: the description in `da` none becomes `Om opkald`", "descriptionTranslation" },
        { "`Call`: the links `p:1`, `p:2` come in the order `p:2`, `p:1` now", "linkOrder" },
        { "`Call`: the number that deductions start from 50 becomes 100", "from" },
        { "`Call`: how many of the highest are kept: none becomes 2", "keepHighest" },
        { "`Call`: how many of the lowest are kept: none becomes 2", "keepLowest" },
        { "`Call`: only the middle values count now", "keepMiddle" },
        { "`Call`: only the most frequent values count now", "keepMostFrequent" },
        { "`Call`: the version of the scoring rules 1 becomes 2", "semantics" },
        { "`Solved?`: the text in `da` none becomes `Løst?`", "textTranslation" },
    };

    public static TheoryData<string, Condition> Conditions { get; } = new()
    {
        { "`solved` is `no`", When.Answered("solved", "no") },
        { "`solved` is `no` or `yes`", When.Answered("solved", "no", "yes") },
        { "`steps` has `a` and `b`", When.AnsweredAll("steps", "a", "b") },
        { "`steps` has only `a`", When.AnsweredExactly("steps", "a") },
        { "`steps` has only `a` and `b`", When.AnsweredExactly("steps", "a", "b") },
        { "`wait` is from 1 to 2.5", When.Number("wait", 1, 2.50m) },
        { "`wait` is at least 0", When.Number("wait", minimum: 0) },
        { "`wait` is at most 60", When.Number("wait", maximum: 60) },
        { "`solved` is N/A", When.NotApplicable("solved") },
        { "`solved` is unanswered", When.Unanswered("solved") },
        { "not `solved` is N/A", When.Not(When.NotApplicable("solved")) },
        { "`a` is N/A and (`b` is N/A or `c` is N/A)", When.All(When.NotApplicable("a"), When.Any(When.NotApplicable("b"), When.NotApplicable("c"))) },
        { "not (`a` is N/A and `b` is N/A)", When.Not(When.All(When.NotApplicable("a"), When.NotApplicable("b"))) },
        { "`a` is N/A or `b` is N/A", When.Any(When.All(When.NotApplicable("a")), When.NotApplicable("b")) },
        { "`a` is N/A and `b` is N/A", When.All(When.Any(When.NotApplicable("a")), When.NotApplicable("b")) },
        { "always", When.All() },
        { "never", When.Any() },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Each_change_reads_as_a_quality_manager_would_say_it(string sentence, string change) =>
        Assert.Contains(sentence, FormDiff.Between(Before(change), After(change)).Changes.Select(found => found.ToString()));

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_reads_as_a_phrase(string phrase, Condition condition)
    {
        FormDiff diff = FormDiff.Between(new EvaluationForm(Draft), new EvaluationForm(With("resolution", group => group with { VisibleWhen = condition })));

        Assert.Equal([$"`Resolution`: was shown always and is now shown when {phrase}"], diff.Changes.Select(change => change.ToText()));
    }

    [Fact]
    public void Every_code_has_words_that_are_used_in_every_language()
    {
        string json = File.ReadAllText(RepositoryFile.Path("tests/vectors/json/full-form.json"));
        FormChange[] changes =
        [
            .. FormMutations.Of(json).Select(mutation => FormJson.Read(mutation.Form)).Where(form => form.IsValid)
                .SelectMany(form => Both(new EvaluationForm(FormJson.Read(json).Value), new EvaluationForm(form.Value))),
            .. Sentences.SelectMany(row => Both(Before((string)row[1]), After((string)row[1]))),
        ];
        string[] unused = [.. MessageCatalogue.English.Codes.Where(code => code.StartsWith("change.", StringComparison.Ordinal) && !code.EndsWith(".none", StringComparison.Ordinal))
            .Except(changes.Select(change => change.After is bool isOn ? change.Code + (isOn ? ".on" : ".off") : change.Code))];

        Assert.True(unused.Length == 0, string.Join(" ", unused));
        Assert.All(changes, change => Assert.All(Catalogues, catalogue => Assert.DoesNotMatch(@"\{|value\.|change\.|condition\.", change.ToText(catalogue))));
    }

    [Fact]
    public void Words_of_every_language_speak_of_the_same_values()
    {
        string[] codes = [.. MessageCatalogue.English.Codes.Where(code => Prefix().IsMatch(code))];

        Assert.All(Catalogues, catalogue => Assert.Equal(codes, catalogue.Codes.Where(code => Prefix().IsMatch(code))));
        Assert.All(codes, code => Assert.Single(Catalogues.Select(catalogue => Names(catalogue.Template(code)!)).Distinct()));
    }

    [Fact]
    public void Changes_that_can_change_scores_come_first()
    {
        FormDraft after = With("opening", group => group with { Title = "Start", Weight = 30 }) with { Directory = "Sales" };

        Assert.Equal(
            "changes that can change scores:\n  `Start`: weight 20 becomes 30\n"
            + "changes of wording:\n  the group `Opening` is called `Start` now\n"
            + "changes of workflow:\n  `Call`: the folder the root becomes `Sales`\n",
            FormDiff.Between(Draft.Publish().Value, after.Publish().Value).ToText());
    }

    [Fact]
    public void No_change_says_so() => Assert.Equal("no changes\n", FormDiff.Between(new EvaluationForm(Draft), new EvaluationForm(Draft)).ToString());

    [Fact]
    public void Other_languages_have_their_words()
    {
        FormDiff diff = FormDiff.Between(new EvaluationForm(Draft), After("fatal"));

        Assert.Equal("ændringer, der kan ændre scorer:\n  `Solved?`: er nu fatalt\n", diff.ToText(MessageCatalogue.Danish));
        Assert.Equal("Änderungen, die Bewertungen ändern können:\n  `Solved?`: ist jetzt fatal\n", diff.ToText(MessageCatalogue.German));
    }

    [Fact]
    public void A_change_carries_its_place_and_its_values()
    {
        FormChange change = Assert.Single(FormDiff.Between(new EvaluationForm(Draft), After("points")).Changes);

        Assert.Equal("change.option.points", change.Code);
        Assert.Equal("/groups/1/items/0/options/1/points", change.Pointer);
        Assert.Equal("solved", change.Subject);
        Assert.Equal(0m, change.Before);
        Assert.Equal(-2.5m, change.After);
        Assert.Equal(["name", "option", "text", "before", "after"], change.Arguments.Select(argument => argument.Name));
        Assert.Equal(FormChangeEffect.Scores, change.Effect);
    }

    [Fact]
    public void A_translation_carries_its_language()
    {
        FormChange change = Assert.Single(FormDiff.Between(new EvaluationForm(Draft), After("translation")).Changes);

        Assert.Equal("change.form.name.translation", change.Code);
        Assert.Equal("/name/translations/da", change.Pointer);
        Assert.Equal("da", change.Arguments.Single(argument => argument.Name == "language").Value);
        Assert.Null(change.Before);
        Assert.Equal(FormChangeEffect.Wording, change.Effect);
    }

    [Fact]
    public void Translations_come_in_the_order_of_their_languages_and_belong_to_the_form()
    {
        FormDraft after = Draft with { Name = Draft.Name.In("sv", "Samtal").In("da", "Opkald").In("de", "Anruf") };
        FormChange[] changes = [.. FormDiff.Between(new EvaluationForm(Draft), new EvaluationForm(after)).Changes];

        Assert.Equal(["/name/translations/da", "/name/translations/de", "/name/translations/sv"], changes.Select(change => change.Pointer));
        Assert.All(changes, change => Assert.Empty(change.Subject));
    }

    [Fact]
    public void What_is_removed_is_where_it_was()
    {
        FormDiff diff = FormDiff.Between(new EvaluationForm(Draft), After("removed"));

        Assert.Equal(["/groups/0", "/groups/0/items/0", "/groups/0/items/1"], diff.Changes.Select(change => change.Pointer));
        Assert.Equal(
            [FormChangeEffect.Scores, FormChangeEffect.Scores, FormChangeEffect.Workflow], diff.Changes.Select(change => change.Effect));
    }

    [Fact]
    public void A_group_and_a_question_may_share_a_key()
    {
        FormDraft shared = EvaluationForm.Draft("F").Group("a", weight: 1, Ask.YesNo("a", "A?"), Ask.YesNo("b", "B?"));
        FormDraft swapped = EvaluationForm.Draft("F").Group("a", weight: 1, Ask.YesNo("b", "B?"), Ask.YesNo("a", "A?"));

        Assert.Equal(["change.group.order"], FormDiff.Between(new EvaluationForm(shared), new EvaluationForm(swapped)).Changes.Select(change => change.Code));
    }

    [Fact]
    public void Nothing_cannot_be_compared()
    {
        var form = new EvaluationForm(Draft);

        Assert.Throws<ArgumentNullException>(() => FormDiff.Between(null!, form));
        Assert.Throws<ArgumentNullException>(() => FormDiff.Between(form, null!));
        Assert.Throws<ArgumentNullException>(() => FormDiffJson.Write(null!));
    }

    [Fact]
    public void The_json_has_every_change_with_its_exact_values()
    {
        var before = new EvaluationForm(Draft);
        EvaluationForm after = After("groupVisible");

        Assert.Equal(
            $$$$$"""{"format":"qualitykit.formDiff/1","language":"en","before":{"id":"{{{{{before.Id}}}}}","key":"call","version":1},"after":{"id":"{{{{{after.Id}}}}}","key":"call","version":1},"canChangeScores":true,"changes":[{"code":"change.group.visibleWhen","effect":"scores","pointer":"/groups/1/visibleWhen","subject":"resolution","text":"`Resolution`: was shown always and is now shown when `greeting` is `no`","arguments":{"name":"Resolution","after":{"answered":{"question":"greeting","options":["no"]}}}}]}""",
            System.Text.Encoding.UTF8.GetString(FormDiffJson.Write(FormDiff.Between(before, after))));
    }

    [Theory]
    [InlineData("title", "\"effect\":\"wording\"")]
    [InlineData("directory", "\"effect\":\"workflow\"")]
    [InlineData("pass", "\"after\":{\"percent\":79.995}")]
    [InlineData("comment", "\"after\":\"whenFlagged\"")]
    [InlineData("namedScope", "\"after\":{\"group\":\"opening\"}")]
    [InlineData("given", "\"after\":{\"options\":[\"yes\"]}")]
    [InlineData("tags", "\"after\":[\"tone\",\"policy\"]")]
    [InlineData("fatal", "\"before\":false,\"after\":true")]
    [InlineData("least", "\"after\":3")]
    [InlineData("disputes", "\"after\":[{\"user\":\"lead\"},\"none\"]")]
    [InlineData("fatal", "\"text\":\"`Solved?`: er nu fatalt\"")]
    public void Values_are_written_as_the_form_format_writes_them(string change, string written) => Assert.Contains(
        written, System.Text.Encoding.UTF8.GetString(FormDiffJson.Write(FormDiff.Between(Before(change), After(change)), MessageCatalogue.Danish)), StringComparison.Ordinal);

    private static IEnumerable<FormChange> Both(EvaluationForm before, EvaluationForm after) =>
        FormDiff.Between(before, after).Changes.Concat(FormDiff.Between(after, before).Changes);

    private static EvaluationForm Before(string change) => new(change switch
    {
        "required" => Question("solved", Solved with { IsRequired = false }),
        "notRequired" => Question("notes", Notes with { IsRequired = true }),
        "descriptionTranslation" => Draft with { Description = "About calls" },
        "linkOrder" => Draft with { Links = [First, Second] },
        "from" => Draft.ScoredBy(new() { Combination = Combination.Deductions(50) }),
        "nested" => Draft.Group("Inner", weight: 1, Ask.YesNo("extra", "Extra?")),
        _ => Draft,
    });

    private static EvaluationForm After(string change) => new(OfForm(change) ?? OfItems(change) ?? OfQuestions(change));

    private static FormDraft? OfForm(string change) => change switch
    {
        "key" => Draft with { Key = "phone" },
        "name" => Draft with { Name = "Phone" },
        "translation" => Draft with { Name = Draft.Name.In("da", "Opkald") },
        "directory" => Draft with { Directory = "Sales" },
        "link" => Draft with { Links = [new() { Title = "Policy", Target = "p:1" }] },
        "descriptionTranslation" => Draft with { Description = LocalizedText.From("About calls").In("da", "Om opkald") },
        "linkOrder" => Draft with { Links = [Second, First] },
        "from" => Draft.ScoredBy(new() { Combination = Combination.Deductions(100) }),
        "keepHighest" => Draft.ScoredBy(new() { Selection = Selection.KeepHighest(2) }),
        "keepLowest" => Draft.ScoredBy(new() { Selection = Selection.KeepLowest(2) }),
        "keepMiddle" => Draft.ScoredBy(new() { Selection = Selection.KeepMiddle }),
        "keepMostFrequent" => Draft.ScoredBy(new() { Selection = Selection.KeepMostFrequent }),
        "semantics" => Draft.ScoredBy(new() { SemanticsVersion = 2 }),
        "pass" => Draft with { Pass = PassRule.AtLeast(79.995m) },
        "band" => Draft.Band("Good", 60),
        "rule" => Draft with { Rules = [new() { Effect = ScoreRuleEffect.Lower, Amount = Score.Percent(5) }] },
        "combination" => Draft.ScoredBy(new() { Combination = Combination.WeightedPoints }),
        "notApplicable" => Draft.ScoredBy(new() { NotApplicable = NotApplicableRule.FullMarks }),
        "digits" => Draft.ScoredBy(new() { Rounding = new() { Digits = 0 } }),
        "cap" => Draft.ScoredBy(new() { CapAtFull = true }),
        "least" => Draft.ScoredBy(new() { LeastAnswers = new() { Count = 3 } }),
        "acknowledgement" => Draft with { Settings = new() { RequiresAcknowledgement = true } },
        "revisions" => Draft with { Settings = new() { AllowsRevisions = false } },
        "disputes" => Draft with { Settings = new() { Disputes = new() { Assignees = [DisputeAssignee.User("lead"), DisputeAssignee.None] } } },
        "afterAcknowledgement" => Draft with { Settings = new() { Disputes = new() { AllowsAfterAcknowledgement = true } } },
        "order" => Draft with { Groups = [Draft.Groups[1], Draft.Groups[0]] },
        "removed" => Draft with { Groups = [Draft.Groups[1]] },
        "added" => Draft.Group("Closing", weight: 1, Ask.YesNo("thanked", "Thanked?")),
        _ => null,
    };

    private static FormDraft? OfItems(string change) => change switch
    {
        "groupWeight" => With("opening", group => group with { Weight = 30.50m }),
        "title" => With("opening", group => group with { Title = "Start" }),
        "groupNotApplicable" => With("opening", group => group with { AllowsNotApplicable = true }),
        "groupVisible" => With("resolution", group => group with { VisibleWhen = When.Answered("greeting", "no") }),
        "moved" => Draft with
        {
            Groups = [Draft.Groups[0] with { Items = Draft.Groups[0].Items.Add(Solved) }, Draft.Groups[1] with { Items = Draft.Groups[1].Items.RemoveAt(0) }],
        },
        "nested" => With("resolution", group => group with { Items = group.Items.Add(Ask.Group("Inner", 1, Ask.YesNo("extra", "Extra?"))) }),
        "type" => Question("solved", Ask.Number("solved", "Solved?", (0, 1, 1))),
        "unselected" => Question("steps", Steps with { Options = [Steps.Options[0], Steps.Options[1] with { UnselectedPoints = 1 }] }),
        "cap of points" => Question("steps", Steps with { Cap = 2 }),
        "step" => Question("wait", Wait with { Step = 0.5m }),
        "range" => Question("wait", Wait with { Ranges = [Wait.Ranges[0] with { Points = 6 }, Wait.Ranges[1]] }),
        "rangeRemoved" => Question("wait", Wait with { Ranges = [Wait.Ranges[0]] }),
        "defaultNumber" => Question("wait", Wait with { Default = DefaultAnswer.Given(new NumberAnswer { Value = 7.50m }) }),
        "maxLength" => Question("notes", Notes with { MaxLength = 100 }),
        "notRequired" => Draft,
        "defaultText" => Question("notes", Notes with { Default = DefaultAnswer.Given(new TextAnswer { Value = "as usual" }) }),
        "defaultDate" => Question("day", Ask.Date("day", "Which day?") with { Default = DefaultAnswer.Given(new DateAnswer { Value = new DateOnly(2026, 12, 31) }) }),
        "defaultMark" => Question("day", Ask.Date("day", "Which day?") with { Default = DefaultAnswer.Given(NotApplicableAnswer.Instance) }),
        _ => null,
    };

    private static FormDraft OfQuestions(string change) => Question("solved", change switch
    {
        "text" => Solved with { Text = "Was it solved?" },
        "textTranslation" => Solved with { Text = Solved.Text.In("da", "Løst?") },
        "help" => Solved with { Help = "Ask." },
        "required" => Solved,
        "comment" => Solved with { Comment = CommentRule.WhenFlagged },
        "fatal" => Solved with { IsFatal = true },
        "critical" => Solved with { IsCritical = true },
        "bonus" => Solved with { IsBonus = true },
        "excluded" => Solved with { IsExcluded = true },
        "failureScope" => Solved with { FailureScope = FailureScope.OwnGroup },
        "namedScope" => Solved with { FailureScope = FailureScope.Group("opening") },
        "tags" => Solved with { Tags = ["tone", "policy"] },
        "default" => Solved with { Default = DefaultAnswer.Highest },
        "given" => Solved with { Default = DefaultAnswer.Options("yes") },
        "preset" => Solved with { Preset = ChoicePreset.YesNo },
        "optionOrder" => Solved with { Options = [Solved.Options[1], Solved.Options[0]] },
        "optionAdded" => Solved with { Options = Solved.Options.Add(new() { Key = "partly", Text = "Partly" }) },
        "optionRemoved" => Solved with { Options = [Solved.Options[0]] },
        "optionText" => Solved with { Options = [Solved.Options[0], Solved.Options[1] with { Text = "Not yet" }] },
        "points" => Solved with { Options = [Solved.Options[0], Solved.Options[1] with { Points = -2.5m }] },
        "fails" => Solved.FailsOn("no"),
        "flagged" => Solved with { Options = [Solved.Options[0], Solved.Options[1] with { RequiresComment = true }] },
        _ => throw new ArgumentException(change),
    });

    private static FormDraft Question(string key, Question question) =>
        With("resolution", group => group with { Items = [.. group.Items.Select(item => item.Key == key ? question : item)] });

    private static FormDraft With(string key, Func<Group, Group> change) =>
        Draft with { Groups = [.. Draft.Groups.Select(group => group.Key == key ? change(group) : group)] };

    private static string Names(string template) =>
        string.Join(' ', Placeholder().Matches(template).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(changes?|condition|value|diff|outcome|word)\.")]
    private static partial Regex Prefix();
}

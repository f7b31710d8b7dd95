using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

/// <summary>What forms of Genesys Cloud say in the ways that its present model has.</summary>
public sealed class GenesysImportTests
{
    private const string YesNo = """[ { "text": "Yes", "value": 1 }, { "text": "No", "value": 0 } ]""";

    [Theory]
    [InlineData("""{ "highestScore": true, "notApplicable": false, "lowestScore": false, "userDefined": false }""", DefaultAnswerKind.Highest)]
    [InlineData("""{ "highestScore": false, "notApplicable": false, "lowestScore": true, "userDefined": false }""", DefaultAnswerKind.Lowest)]
    [InlineData("""{ "notApplicable": true }""", DefaultAnswerKind.NotApplicable)]
    [InlineData("""{ "userDefined": true }""", DefaultAnswerKind.None)]
    [InlineData("""{ "highestScore": false, "notApplicable": false, "lowestScore": false, "userDefined": false }""", DefaultAnswerKind.None)]
    [InlineData("{}", DefaultAnswerKind.None)]
    public void A_group_says_by_four_flags_what_its_questions_are_prefilled_with(string flags, DefaultAnswerKind expected)
    {
        FormImport import = Import($"\"defaultAnswersTo\": {flags},");

        Assert.Empty(import.Losses);
        Assert.Equal(expected, Prefill(import));
    }

    [Theory]
    [InlineData(""" "defaultAnswersTo": { "highestScore": true, "lowestScore": true, "userDefined": true },""", DefaultAnswerKind.Highest, "/defaultAnswersTo/lowestScore", "/defaultAnswersTo/userDefined")]
    [InlineData(""" "defaultAnswersTo": { "lowestScore": true, "notApplicable": true },""", DefaultAnswerKind.Lowest, "/defaultAnswersTo/notApplicable")]
    [InlineData(""" "defaultAnswersTo": { "lowestScore": true }, "defaultAnswersToHighest": true,""", DefaultAnswerKind.Lowest, "/defaultAnswersToHighest")]
    [InlineData(""" "defaultAnswersTo": { "userDefined": true }, "defaultAnswersToNA": true,""", DefaultAnswerKind.None, "/defaultAnswersToNA")]
    [InlineData(""" "defaultAnswersTo": { "highestScore": false }, "defaultAnswersToHighest": true,""", DefaultAnswerKind.Highest, "/defaultAnswersTo/highestScore")]
    [InlineData(""" "defaultAnswersTo": { "notApplicable": false }, "defaultAnswersToNA": true,""", DefaultAnswerKind.NotApplicable, "/defaultAnswersTo/notApplicable")]
    [InlineData(""" "defaultAnswersTo": {}, "defaultAnswersToHighest": true, "defaultAnswersToNA": true,""", DefaultAnswerKind.Highest, "/defaultAnswersToNA")]
    public void Flags_that_contradict_each_other_are_reported(string members, DefaultAnswerKind expected, params string[] reported)
    {
        FormImport import = Import(members);

        Assert.Equal(expected, Prefill(import));
        Assert.Equal(reported.Select(member => (IssueCodes.MemberLeftOut, "/questionGroups/0" + member)), import.Losses.Select(loss => (loss.Code, loss.Pointer)));
    }

    [Theory]
    [InlineData("multipleChoiceQuestion")]
    [InlineData(null)]
    public void A_list_of_nothing_does_not_make_a_multiple_selection(string? type)
    {
        string stated = type is null ? "" : $"\"type\": \"{type}\",";
        FormImport import = Import("", $"{stated} \"multipleSelectOptionQuestions\": [],");

        Assert.Empty(import.Losses);
        Assert.IsType<ChoiceQuestion>(import.Draft.Publish().Value.Questions[0]);
    }

    [Fact]
    public void Answers_that_the_kind_of_a_question_has_no_use_for_are_left_out_as_known()
    {
        FormImport import = GenesysCloudForm.Import($$"""
            { "name": "f", "questionGroups": [ { "name": "g", "weight": 1, "questions": [
              { "text": "One?", "answerOptions": {{YesNo}}, "type": "multipleChoiceQuestion", "multipleSelectOptionQuestions": [ { "text": "x" } ] },
              { "text": "Why?", "answerOptions": [], "multipleSelectOptionQuestions": [], "type": "freeTextQuestion" },
              { "text": "Read.", "answerOptions": {{YesNo}}, "type": "readOnlyTextBlockQuestion" } ] } ] }
            """).Value;

        Assert.Equal(
            [
                (IssueCodes.MemberLeftOut, "/questionGroups/0/questions/0/multipleSelectOptionQuestions"),
                (IssueCodes.MemberLeftOut, "/questionGroups/0/questions/2/answerOptions"),
            ],
            import.Losses.Select(loss => (loss.Code, loss.Pointer)));
    }

    [Theory]
    [InlineData("[]", 1, "Original")]
    [InlineData("""[ { "type": "None" } ]""", 1, "None")]
    [InlineData("""[ { "type": "Original" }, { "type": "Individual", "user": { "id": "u" } } ]""", 2, "Individual")]
    public void Disputes_without_an_assignee_of_their_own_are_reported(string assignees, int kept, string used)
    {
        FormImport import = Disputes($"\"disputesAllowedPerEvaluation\": 3, \"disputesAssignees\": {assignees}");
        Issue loss = Assert.Single(import.Losses);

        Assert.Equal((IssueCodes.AssigneesAssumed, "/evaluationSettings/disputesAssignees"), (loss.Code, loss.Pointer));
        Assert.Contains($"`{used}` handles the others", loss.Message, StringComparison.Ordinal);
        Assert.Equal((3, kept), (import.Draft.Settings.Disputes!.Maximum, import.Draft.Settings.Disputes.Assignees.Length));
    }

    [Fact]
    public void A_number_of_disputes_that_is_not_stated_is_that_of_the_assignees()
    {
        FormImport import = Disputes("""
            "disputesAssignees": [ { "type": "Original" }, { "type": "None" } ]
            """);

        Assert.Equal([IssueCodes.NumberAssumed], import.Losses.Select(loss => loss.Code));
        Assert.Equal(2, import.Draft.Settings.Disputes!.Maximum);
    }

    [Fact]
    public void As_many_assignees_as_disputes_lose_nothing() =>
        Assert.Empty(Disputes("""
            "disputesAllowedPerEvaluation": 2, "disputesAssignees": [ { "type": "Original" }, { "type": "None" } ]
            """).Losses);

    private static FormImport Import(string ofGroup, string ofQuestion = "") => GenesysCloudForm.Import($$"""
        { "name": "f", "questionGroups": [ { "name": "g", "weight": 1, {{ofGroup}} "questions": [ { "text": "One?", "naEnabled": true, {{ofQuestion}} "answerOptions": {{YesNo}} } ] } ] }
        """).Value;

    private static FormImport Disputes(string settings) => GenesysCloudForm.Import($$"""
        { "name": "f", "evaluationSettings": { "revisionsEnabled": true, "disputesEnabled": true, {{settings}} },
          "questionGroups": [ { "name": "g", "weight": 1, "questions": [ { "text": "One?", "answerOptions": {{YesNo}} } ] } ] }
        """).Value;

    private static DefaultAnswerKind Prefill(FormImport import) => ((ScoredQuestion)import.Draft.Publish().Value.Questions[0]).Default.Kind;
}

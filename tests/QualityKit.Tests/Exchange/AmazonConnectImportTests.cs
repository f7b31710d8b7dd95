using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

/// <summary>What the forms of Amazon Connect say in ways that are easily read otherwise.</summary>
public sealed class AmazonConnectImportTests
{
    private const string Enablement = "/Items/0/Section/Items/1/Question/Enablement";

    [Theory]
    [InlineData("", false)]
    [InlineData("0.0", true)]
    [InlineData("70", true)]
    [InlineData("3", false)]
    public void The_weight_of_a_section_is_spread_evenly_over_the_questions_of_inner_sections_too(string weight, bool isLoss)
    {
        string inner = Section("inner", Question("b"), Question("c"), Question("d"));
        string weighted = weight.Length == 0 ? inner : With(inner, "Section", $"\"Weight\": {weight}");
        FormImport import = Import(Form("SECTION_ONLY", With(Section("outer", Question("a"), weighted), "Section", "\"Weight\": 100")));
        AnswerSheet answers = AnswerSheet.Empty.Answer("a", "yes").Answer("b", "no").Answer("c", "no").Answer("d", "no");

        Assert.Equal(Fraction.Of(1, 4), Scorer.Score(import.Draft.Publish().Value, answers).Total!.Value.Value);
        Assert.Equal(isLoss ? ["/Items/0/Section/Items/1/Section/Weight"] : [], Pointers(import, IssueCodes.InnerWeightNotFollowed));
    }

    [Theory]
    [InlineData("TEXT")]
    [InlineData("DATETIME")]
    public void What_cannot_be_marked_not_applicable_must_be_answered_whatever_its_kind(string kind)
    {
        string plain = $$"""{ "Question": { "RefId": "a", "Title": "A?", "QuestionType": "{{kind}}" } }""";
        string optional = plain.Replace("\"RefId\": \"a\"", "\"RefId\": \"b\", \"NotApplicableEnabled\": true", StringComparison.Ordinal);
        FormImport import = Import(Form("QUESTION_ONLY", Section("s", plain, optional)));

        Assert.Equal([true, false], import.Draft.Groups[0].Items.Cast<AnswerableQuestion>().Select(question => question.IsRequired));
    }

    [Theory]
    [InlineData("QUESTION_ONLY")]
    [InlineData("SECTION_ONLY")]
    public void A_form_that_was_not_scored_there_has_weights_of_one(string mode)
    {
        string form = Form(mode, Section("s", Question("a"), Question("b"))).Replace("ENABLED", "DISABLED", StringComparison.Ordinal);
        FormImport import = Import(form);

        Assert.Equal(
            Fraction.Of(1, 2), Scorer.Score(import.Draft.Publish().Value, AnswerSheet.Empty.Answer("a", "yes").Answer("b", "no")).Total!.Value.Value);
        Assert.NotEmpty(Pointers(import, IssueCodes.NumberAssumed));
        Assert.Empty(Pointers(import, IssueCodes.NothingEarns));
    }

    [Fact]
    public void A_form_that_was_not_scored_there_and_has_no_points_says_so()
    {
        string form = $$"""{ "Title": "Call", "Items": [ {{Section("s", Question("a"))}} ] }""".Replace(", \"Score\": 10", "", StringComparison.Ordinal);

        Assert.Equal(["/Items"], Pointers(Import(form), IssueCodes.NothingEarns));
    }

    [Fact]
    public void Empty_instructions_are_none()
    {
        string question = With(Question("a"), "Question", "\"Instructions\": \"\", \"Weight\": 100");
        string form = Form("QUESTION_ONLY", With(Section("s", question), "Section", "\"Instructions\": \"\""));
        FormImport import = Import("{ \"Description\": \"\"," + form[1..]);

        Assert.True(import.Draft.Publish().IsValid);
        Assert.Empty(import.Losses);
        Assert.Single(import.Draft.Groups[0].Items);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("{}", true)]
    [InlineData("{ \"Expression\": NOWHERE }", true)]
    [InlineData("{ \"Condition\": { \"Operands\": [] } }", true)]
    [InlineData("{ \"Expression\": NOWHERE }, { \"Expression\": SOMEWHERE }", false)]
    [InlineData("{ \"Expression\": SOMEWHERE }, {}", false)]
    [InlineData("{ \"Expression\": SOMEWHERE }, { \"Condition\": { \"Operands\": [] } }", false)]
    public void What_is_left_of_a_condition_is_said(string operands, bool isNothing)
    {
        FormImport import = Conditional($$""" "Condition": { "Operator": "OR", "Operands": [ {{operands}} ] }, "Action": "ENABLE" """);

        Assert.Equal(isNothing, ((Question)import.Draft.Groups[0].Items[1]).VisibleWhen is null);
        Assert.Equal(isNothing ? [Enablement] : [], Pointers(import, IssueCodes.NothingLeftOfCondition));
        Assert.Equal(isNothing ? [] : [Enablement + "/Condition"], Pointers(import, IssueCodes.ConditionPartLeftOut));
    }

    [Theory]
    [InlineData(""" "Action": "DISABLE", "DefaultAction": "DISABLE" """)]
    [InlineData(""" "Action": "ENABLE" """)]
    public void Actions_without_a_condition_show_the_question_and_that_is_said(string actions) =>
        Assert.Equal([Enablement], Pointers(Conditional(actions), IssueCodes.NothingLeftOfCondition));

    [Fact]
    public void An_option_that_leads_nowhere_leaves_the_rest_of_its_condition()
    {
        string values = """[ { "RefId": "yes" }, { "RefId": "gone" } ]""";
        FormImport import = Conditional($$""" "Condition": { "Operands": [ { "Expression": { "Source": { "RefId": "a" }, "Comparator": "IN", "Values": {{values}} } } ] } """);

        Assert.Equal([Enablement + "/Condition/Operands/0/Expression"], Pointers(import, IssueCodes.ConditionPartLeftOut));
        Assert.Empty(Pointers(import, IssueCodes.NothingLeftOfCondition));
    }

    [Theory]
    [InlineData("", new[] { "MinValue", "MaxValue" })]
    [InlineData(""" "MinValue": 1 """, new[] { "MaxValue" })]
    [InlineData(""" "MinValue": 1, "MaxValue": 9 """, new string[0])]
    [InlineData(""" "MinValue": 1, "MaxValue": 9, "Options": [ { "MinValue": 1, "MaxValue": 9, "Score": 10 } ] """, new string[0])]
    [InlineData(""" "MinValue": 0, "MaxValue": 0, "Options": [ { "Score": 10 } ] """, new[] { "MinValue", "MaxValue" })]
    public void Bounds_of_a_number_that_are_assumed_are_said(string numeric, string[] assumed)
    {
        string question = $$"""{ "Question": { "RefId": "a", "Title": "A?", "QuestionType": "NUMERIC", "Weight": 100, "QuestionTypeProperties": { "Numeric": { {{numeric}} } } } }""";
        FormImport import = Import(Form("QUESTION_ONLY", Section("s", question)));

        Assert.Equal(assumed, import.Losses.Where(loss => loss.Code == IssueCodes.NumberAssumed).Select(loss => loss.Arguments.Single(argument => argument.Name == "member").Value));
    }

    [Fact]
    public void A_number_without_properties_says_what_is_assumed()
    {
        FormImport import = Import(Form("QUESTION_ONLY", Section("s", """{ "Question": { "RefId": "a", "Title": "A?", "QuestionType": "NUMERIC" } }""")));

        Assert.Equal(2, import.Losses.Count(loss => loss.Code == IssueCodes.NumberAssumed && loss.Pointer == "/Items/0/Section/Items/0/Question" && !loss.Message.Contains("Weight", StringComparison.Ordinal)));
    }

    private static string Form(string mode, params string[] items) =>
        $$"""{ "Title": "Call", "ScoringStrategy": { "Mode": "{{mode}}", "Status": "ENABLED" }, "Items": [ {{string.Join(", ", items)}} ] }""";

    private static string Section(string refId, params string[] items) =>
        $$"""{ "Section": { "RefId": "{{refId}}", "Title": "{{refId}}", "Items": [ {{string.Join(", ", items)}} ] } }""";

    private static string Question(string refId) => $$"""
        { "Question": { "RefId": "{{refId}}", "Title": "{{refId}}?", "QuestionType": "SINGLESELECT", "QuestionTypeProperties": { "SingleSelect": { "Options": [
          { "RefId": "yes", "Text": "Yes", "Score": 10 }, { "RefId": "no", "Text": "No", "Score": 0 } ] } } } }
        """;

    // The item with members more.
    private static string With(string item, string kind, string members)
    {
        string start = $"{{ \"{kind}\": {{ ";
        return start + members + ", " + item[start.Length..];
    }

    // A form whose second question has an enablement.
    private static FormImport Conditional(string enablement)
    {
        string json = enablement
            .Replace("NOWHERE", Expression("gone"), StringComparison.Ordinal)
            .Replace("SOMEWHERE", Expression("a"), StringComparison.Ordinal);
        return Import(Form("QUESTION_ONLY", Section("s", Question("a"), With(Question("b"), "Question", $$"""  "Enablement": { {{json}} } """))));
    }

    private static string Expression(string question) =>
        $$"""{ "Source": { "RefId": "{{question}}" }, "Comparator": "IN", "Values": [ { "RefId": "yes" } ] }""";

    private static FormImport Import(string json) => AmazonConnectForm.Import(json).Value;

    private static string[] Pointers(FormImport import, string code) =>
        [.. import.Losses.Where(loss => loss.Code == code).Select(loss => loss.Pointer)];
}

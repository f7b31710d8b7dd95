using QualityKit.Calibration;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class ReportMakerTests
{
    private static readonly CalibrationForm Form = CalibrationForm.Of(new[] { "near once", "far once", "near always", "same" }.Select(key => new CalibrationQuestion { Key = key, Group = "g", Maximum = 100 }));

    private static readonly CalibrationRound Round = new()
    {
        Interaction = "call-1",
        Expert = Form.Sheet("expert", 50, 50, 50, 50),
        Sheets = [Form.Sheet("ann", 60, 90, 51, 50), Form.Sheet("ben", 50, 50, 49, 50)],
    };

    [Fact]
    public void Questions_come_by_how_many_differ_and_then_by_how_far() => Assert.Equal(
        ["near always 0 1", "far once 50 20", "near once 50 5", "same 100 0"],
        CalibrationReport.Of(Form, [Round]).Questions.Select(question => $"{question.Question.Key} {question.Alignment} {question.MeanAbsoluteDeviation}"));

    [Fact]
    public void Without_an_answer_questions_stay_in_the_order_of_the_form() =>
        Assert.Equal(["near once", "far once", "near always", "same"], CalibrationReport.Of(Form, []).Questions.Select(question => question.Question.Key));

    [Fact]
    public void What_is_there_twice_is_named()
    {
        Assert.Equal("the interaction `call-1` is there twice (Parameter 'rounds')", Refusal(Round, Round with { Sheets = [] }));
        Assert.Equal("`ben` has two sheets of `call-1` (Parameter 'rounds')", Refusal(Round with { Sheets = [.. Round.Sheets, Form.Sheet("ben", 1, 1, 1, 1)] }));
    }

    [Fact]
    public void A_report_needs_a_form_even_of_nothing() => Assert.Equal("form", Assert.Throws<ArgumentNullException>(() => CalibrationReport.Of(null!, [])).ParamName);

    [Fact]
    public void A_round_says_what_it_is() => Assert.Equal("call-1 with 2 sheets", Round.ToString());

    [Fact]
    public void A_headline_is_said_in_the_language_asked_for()
    {
        CalibrationStatement worst = CalibrationReport.Of(Form, [Round]).Headlines[1];

        Assert.Equal("`near always` divides them most: 0 % agree with the benchmark", worst.ToText());
        Assert.Equal("`near always` trennt sie am meisten: 0 % stimmen mit dem Maßstab überein", worst.ToText(MessageCatalogue.German));
        Assert.Equal("`near always` deler dem mest: 0 % er enige med målestokken", worst.ToText(MessageCatalogue.Danish));
    }

    private static string Refusal(params CalibrationRound[] rounds) => Assert.Throws<ArgumentException>(() => CalibrationReport.Of(Form, rounds)).Message;
}

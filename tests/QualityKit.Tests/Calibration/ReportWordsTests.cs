using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class ReportWordsTests
{
    private static readonly CalibrationForm Percent = CalibrationForm.Of(new CalibrationQuestion { Key = "all", Group = "all", Maximum = 100 });

    [Fact]
    public void One_evaluator_in_every_language()
    {
        // Deviations of 3, 0, 0, 0, 0, 35, 35, 20, 15, 18. Shrinkage, worked out apart: 12.746 of 12.6, -0.901 of -1.636, and 35.45 of 45.
        EvaluatorReport ann = Year().Evaluators[0];
        Assert.Equal("ann", ann.Evaluator);
        Assert.Equal(
            """
            out of calibration over 10 sessions: the bias of +12.6 is beyond the tolerance of 5
            has not finished 1 of 11
            leans lenient: the best guess today is +12.7
            differs on `solved` in 4 of 10
            differs on `greeting` in 3 of 10
            differs on `identity` in 3 of 10
            missed 2 of 3 critical errors
            marked a critical error in 1 of 7 that have none
            has moved since session 6
            """,
            Said(ann.Today, MessageCatalogue.English));
        Assert.Equal(
            """
            nicht kalibriert über 10 Sitzungen: die Abweichung von +12.6 liegt außerhalb der Toleranz von 5
            hat 1 von 11 nicht abgeschlossen
            neigt zur Milde: die beste Schätzung ist heute +12.7
            weicht bei `solved` in 4 von 10 ab
            weicht bei `greeting` in 3 von 10 ab
            weicht bei `identity` in 3 von 10 ab
            hat 2 von 3 kritischen Fehlern übersehen
            hat einen kritischen Fehler in 1 von 7 markiert, die keinen haben
            hat sich seit Sitzung 6 verschoben
            """,
            Said(ann.Today, MessageCatalogue.German));
        Assert.Equal(
            """
            ikke kalibreret over 10 sessioner: afvigelsen på +12.6 er større end tolerancen på 5
            mangler 1 af 11
            hælder til det milde: det bedste gæt i dag er +12.7
            afviger på `solved` i 4 af 10
            afviger på `greeting` i 3 af 10
            afviger på `identity` i 3 af 10
            overså 2 af 3 kritiske fejl
            markerede en kritisk fejl i 1 af 7, der ingen har
            har flyttet sig siden session 6
            """,
            Said(ann.Today, MessageCatalogue.Danish));
    }

    [Fact]
    public void Another_is_close_to_the_benchmark_and_a_third_has_one_session()
    {
        ImmutableArray<EvaluatorReport> evaluators = Year().Evaluators;
        Assert.Equal(
            """
            in calibration over 11 sessions: the bias of -1.6 lies within the tolerance of 5
            no lean shows that chance would not explain; the best guess today is -0.9
            differs on `tone` in 6 of 11
            """,
            Said(evaluators[1].Today, MessageCatalogue.English));
        Assert.Equal(
            """
            not decided after 1 sessions; how many more decide cannot be told yet
            leans lenient: the best guess today is +35.5
            differs on `greeting` in 1 of 1
            differs on `solved` in 1 of 1
            """,
            Said(evaluators[2].Today, MessageCatalogue.English));
    }

    [Fact]
    public void A_tolerance_in_percent_is_said_with_its_sign()
    {
        // 2, 1 and 3 percent of 50.
        EvaluatorReport ann = Alone(CalibrationTolerance.Relative(6.04m), (51, 50), (50.5m, 50), (51.5m, 50));
        Assert.Equal("in calibration over 3 sessions: the bias of +2.0% lies within the tolerance of 6%", ann.Today[0].ToText());
        Assert.Equal([(CalibrationCodes.NoLean, "points", (object)"+2.0%")], ann.Today[1].Arguments.Select(argument => (ann.Today[1].Code, argument.Name, argument.Value)));

        // 20, 19 and 21 percent less than 50.
        EvaluatorReport strict = Alone(CalibrationTolerance.Relative(5.25m), (40, 50), (40.5m, 50), (39.5m, 50));
        Assert.Equal("out of calibration over 3 sessions: the bias of -20.0% is beyond the tolerance of 5.3%", strict.Today[0].ToText());
        Assert.Equal([(CalibrationCodes.Strict, "points", (object)"-20.0%")], strict.Today[1].Arguments.Select(argument => (strict.Today[1].Code, argument.Name, argument.Value)));
    }

    [Fact]
    public void Without_others_to_be_drawn_to_the_bias_itself_is_the_best_guess()
    {
        // A mean of 1 less 2.92 / sqrt 3; three sessions more would do: the six of a room of 1.5.
        Assert.Equal(
            """
            not decided after 3 sessions; about 3 more decide
            no lean shows that chance would not explain; the best guess today is +1.0
            differs on `all` in 2 of 3
            """,
            Said(Alone(CalibrationTolerance.Points(2.5m), (50, 50), (51, 50), (52, 50)).Today, MessageCatalogue.English));
    }

    [Fact]
    public void Where_nothing_was_scored_nothing_is_guessed()
    {
        Assert.Equal(
            """
            not decided after 0 sessions; how many more decide cannot be told yet
            no lean shows that chance would not explain; the best guess today is ?
            differs on `all` in 1 of 1
            """,
            Said(Alone(CalibrationTolerance.Points(5), (null, 50)).Today, MessageCatalogue.English));
    }

    [Fact]
    public void Agreement_is_said_with_alpha_and_with_the_question_to_reword()
    {
        // Of 8 answers 5 are 100: alpha is 1 - (2 / 8) / (2 x 5 x 3 / (8 x 7)) = 8 / 15, and 5 of 8 are the expert's.
        CalibrationReport report = Two(100, (100, 100), (100, 100), (0, 0), (100, 0));
        Assert.Equal("evaluators agree on 75 % of answers, alpha 0.53\n`all` divides them most: 63 % agree with the benchmark", Said(report.Headlines, MessageCatalogue.English));
        Assert.Equal("die Bewertenden stimmen in 75 % der Antworten überein, alpha 0.53\n`all` trennt sie am meisten: 63 % stimmen mit dem Maßstab überein", Said(report.Headlines, MessageCatalogue.German));
        Assert.Equal("evaluatorerne er enige om 75 % af svarene, alpha 0.53\n`all` deler dem mest: 63 % er enige med målestokken", Said(report.Headlines, MessageCatalogue.Danish));
    }

    [Fact]
    public void Where_nearly_all_answers_are_alike_AC1_is_the_coefficient()
    {
        // Of 40 answers 39 are 100: chance agrees on 0.975 x 0.975 + 0.025 x 0.025 = 0.951. AC1 is (0.95 - 0.04875) / (1 - 0.04875).
        CalibrationReport report = Two(100, [.. Enumerable.Repeat((100, 100), 19), (100, 0)]);
        Assert.Equal("evaluators agree on 95 % of answers, AC1 0.95\n`all` divides them most: 98 % agree with the benchmark", Said(report.Headlines, MessageCatalogue.English));
    }

    [Fact]
    public void Where_all_agree_no_question_divides_them()
    {
        Assert.Equal("evaluators agree on 100 % of answers, alpha 1", Said(Two(null, (100, 100), (0, 0)).Headlines, MessageCatalogue.English));
        CalibrationStatement alike = Assert.Single(Two(100, (100, 100), (100, 100)).Headlines);
        Assert.Equal((CalibrationCodes.AgreementAlone, "percent", (object)100m), (alike.Code, alike.Arguments[0].Name, alike.Arguments[0].Value));
    }

    private static string Said(ImmutableArray<CalibrationStatement> statements, MessageCatalogue catalogue) =>
        string.Join("\n", statements.Select(statement => statement.ToText(catalogue)));

    private static EvaluatorReport Alone(CalibrationTolerance tolerance, params (Fraction? Own, Fraction Expert)[] rounds) => Assert.Single(CalibrationReport.Of(
        Percent,
        rounds.Select((round, at) => new CalibrationRound { Interaction = $"call-{at}", Expert = Percent.Sheet("expert", round.Expert), Sheets = [Percent.Sheet("ann", round.Own)] }),
        tolerance: tolerance).Evaluators);

    private static CalibrationReport Two(int? expert, params (int Ann, int Ben)[] rounds) => CalibrationReport.Of(
        Percent,
        rounds.Select((round, at) => new CalibrationRound
        {
            Interaction = $"call-{at}",
            Expert = expert is { } points ? Percent.Sheet("expert", points) : null,
            Sheets = [Percent.Sheet("ann", round.Ann), Percent.Sheet("ben", round.Ben)],
        }));

    // The expert gives 40 of 100 each time. ann is lenient from the sixth call on, ben three points strict in each second one; cia has one call and ann not that.
    private static CalibrationReport Year()
    {
        CalibrationForm form = CalibrationForm.Of(
            new CalibrationQuestion { Key = "greeting", Group = "opening", Weight = 20 },
            new CalibrationQuestion { Key = "tone", Group = "opening", Weight = 30, Maximum = 10 },
            new CalibrationQuestion { Key = "identity", Group = "resolution", Weight = 0, IsCritical = true },
            new CalibrationQuestion { Key = "solved", Group = "resolution", Weight = 50, Maximum = 10 });
        (int Greeting, int Tone, int Identity, int Solved)[] ann =
            [(0, 6, 1, 5), (0, 5, 0, 5), (0, 5, 0, 5), (0, 5, 1, 5), (0, 5, 1, 5), (1, 5, 1, 8), (1, 5, 1, 8), (1, 5, 1, 5), (0, 5, 1, 8), (0, 6, 1, 8)];
        return CalibrationReport.Of(form, Enumerable.Range(0, 11).Select(at => new CalibrationRound
        {
            Interaction = $"call-{at + 1}",
            Expert = form.Sheet("expert", 0, 5, at is 2 or 5 or 7 ? 0 : 1, 5),
            Sheets =
            [
                at < ann.Length
                    ? form.Sheet("ann", ann[at].Greeting, ann[at].Tone, ann[at].Identity, ann[at].Solved)
                    : form.Sheet("cia", 1, 5, 1, 10),
                form.Sheet("ben", 0, at % 2 == 0 ? 4 : 5, at is 2 or 5 or 7 ? 0 : 1, 5),
            ],
            Invited = ["ann", "ben"],
        }));
    }
}

using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Tests.Scoring;
using Xunit.Abstractions;

namespace QualityKit.Tests.Rescoring;

/// <summary>Scoring by columns gives what scoring sheet by sheet gives, for vectors of every width and for none.</summary>
public sealed class ColumnarIdentityTests(ITestOutputHelper output)
{
    private static readonly int[] Widths = [0, 16, 32, 64];
    private static readonly int[] Counts = [1, 15, 16, 17, 31, 33, 63, 64, 65, 127, 255, 256, 257, 700];

    [Fact]
    public void Columns_score_what_sheets_score()
    {
        int forms = GeneratedCases.AreFew ? 40 : 300;
        int seed = (int)(GeneratedCases.Seed & 0xFFFFFF);
        output.WriteLine($"QUALITYKIT_SEED={GeneratedCases.Seed}");
        int columnar = 0;
        for (int number = 0; number < forms; number++)
        {
            EvaluationForm form = RandomColumns.Form(seed + number);
            columnar += ColumnarForm.For(form).IsColumnar ? 1 : 0;
            Compare(form, RandomColumns.Sheets(form, Counts[number % Counts.Length], seed + number), $"QUALITYKIT_SEED={GeneratedCases.Seed}, form {number}");
        }

        Assert.True(columnar > forms / 3, $"only {columnar} of {forms} forms were scored by columns");
    }

    [Fact]
    public void Forms_of_every_feature_score_what_sheets_score()
    {
        int number = 0;
        foreach (EvaluationForm form in RandomColumns.Generated(200))
        {
            Compare(form, RandomColumns.Sheets(form, 40, number++), $"QUALITYKIT_SEED={GeneratedCases.Seed}, form {form.Id}");
        }
    }

    private static void Compare(EvaluationForm form, long[][] sheets, string place)
    {
        CompiledForm compiled = CompiledForm.For(form);
        CompactScore[] expected = [.. sheets.Select(sheet => compiled.Score(sheet))];
        AnswerColumns columns = RandomColumns.Columns(form, sheets);
        Score[] limits = [.. new[] { 0, 25, 50, 75, 90, 100 }.Select(limit => new Score(Fraction.Of(limit, 100), form.Method.Unit))];
        foreach (int width in ColumnarForm.For(form).IsColumnar ? Widths : [0])
        {
            ColumnarForm columnar = ColumnarForm.For(form, width);
            var scores = new CompactScore[sheets.Length];
            columnar.Score(columns, scores);
            for (int sheet = 0; sheet < sheets.Length; sheet++)
            {
                CompactScore score = scores[sheet];
                CompactScore wanted = expected[sheet];
                Assert.True(
                    (score.Total, score.RawTotal, score.Outcome, score.HasFormFailed) == (wanted.Total, wanted.RawTotal, wanted.Outcome, wanted.HasFormFailed),
                    $"{place}, width {width}, sheet {sheet}: {score.Total}, {score.Outcome}; expected {wanted.Total}, {wanted.Outcome}");
            }

            string? difference = SummaryCheck.Difference(columnar.Summarize(columns, limits), form, expected);
            Assert.True(difference is null, $"{place}, width {width}: {difference}");
        }
    }
}

using System.Text;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class FuzzTests
{
    private const int Seed = 20260728;

    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "null", "true", "{}", "[]", "\"\"", "-1", "1e999", "0.1", "\"group\"", "\"type\":", ",", ":", "{", "}", "[", "]", "\"", "\\", "\\ud800",
            "\"key\":\"k\",", "{\"not\":", "{\"all\":[", "\"percent\"", "qualitykit.form/2", "\u00e6", "\0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    private static readonly byte[] FullForm = File.ReadAllBytes(RepositoryFile.Path("tests/vectors/json/full-form.json"));

    private static readonly byte[] Answers = File.ReadAllBytes(RepositoryFile.Path("tests/vectors/json/answers-of-every-kind/input.json"));

    [Fact]
    [Trait("Size", "Large")]
    public void No_mutation_of_a_document_makes_reading_throw()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] mutated = Mutate(Document(round), random);

            Validated<FormDraft> form = FormJson.Read(mutated);
            Validated<AnswerSheet> sheet = AnswerSheetJson.Read(mutated);

            Assert.True(form.IsValid == form.Errors.IsEmpty, $"seed {Seed}, round {round}");
            Assert.True(sheet.IsValid == sheet.Errors.IsEmpty, $"seed {Seed}, round {round}");
            Assert.All(form.Issues, issue => Assert.DoesNotContain('{', issue.Message.Replace(Argument(issue), "", StringComparison.Ordinal)));
            if (form.IsValid)
            {
                Assert.True(FormJson.Read(FormJson.Write(form.Value)).IsValid, $"seed {Seed}, round {round}");
            }
        }
    }

    [Fact]
    public void No_bytes_at_all_make_reading_throw()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] noise = new byte[random.Next(40)];
            random.NextBytes(noise);

            Assert.False(FormJson.Read(noise).IsValid);
            Assert.False(AnswerSheetJson.Read(noise).IsValid);
        }
    }

    private static string Argument(Issue issue) =>
        issue.Arguments.Select(argument => argument.Value).OfType<string>().FirstOrDefault(text => text.Contains('{', StringComparison.Ordinal)) ?? "\0";

    private static byte[] Document(int round) => (round % 3) switch
    {
        0 => FullForm,
        1 => Answers,
        _ => FormJson.Write(new DraftGenerator(Seed + round).Form()),
    };

    private static byte[] Mutate(byte[] document, Random random)
    {
        List<byte> bytes = [.. document];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int position = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(position, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(position, Math.Min(random.Next(20), bytes.Count - position - 1));
                    break;
                default:
                    int length = Math.Min(random.Next(60), bytes.Count - position);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(position, length));
                    break;
            }
        }

        return [.. bytes];
    }
}

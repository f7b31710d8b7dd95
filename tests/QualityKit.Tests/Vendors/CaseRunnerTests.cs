using System.Globalization;
using QualityKit.Audio;
using QualityKit.CaseRunner;

namespace QualityKit.Tests.Vendors;

public sealed class CaseRunnerTests : IDisposable
{
    private const string Scale = """{"id": "a", "kind": "normalize", "input": {"scale": [1, 3]}, "expected": {"byRating": [0, 50, 100]}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("qualitykit-cases").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_case_that_agrees_passes()
    {
        Assert.Equal(0, Run(Scale));
        Assert.Equal(["pass a", "1 passed, 0 failed, 0 switches, 0 unsupported"], Lines());
    }

    [Fact]
    public void A_case_that_differs_fails_and_prints_both_numbers()
    {
        Assert.Equal(1, Run(Scale.Replace("50", "51", StringComparison.Ordinal)));
        Assert.Equal(["fail a: expected rating 2 51, got rating 2 50", "0 passed, 1 failed, 0 switches, 0 unsupported"], Lines());
    }

    [Theory]
    [InlineData(0, 0, "pass")]
    [InlineData(8, 1, "fail")]
    public void Tables_of_the_telephone_s_laws_are_one_case(int wrong, int code, string outcome)
    {
        string Law(string name, Func<byte, int> decode, Func<short, byte> encode) =>
            $"\"{name}\": {{\"decode\": [{string.Join(", ", Enumerable.Range(0, 256).Select(value => decode((byte)value) + (value == 7 ? wrong : 0)))}], "
            + $"\"encodeHex\": \"{Convert.ToHexString([.. Enumerable.Range(0, 32).Select(step => encode((short)(short.MinValue + (2048 * step))))])}\", \"step\": 2048}}";

        string file = Write("laws.json", $"{{\"about\": \"tables\", {Law("alaw", value => G711.DecodeALaw(value), G711.EncodeALaw)}, {Law("ulaw", value => G711.DecodeMuLaw(value), G711.EncodeMuLaw)}}}");
        Assert.Equal(code, CommandLine.Run([file], _output, _errors));
        Assert.StartsWith(outcome, Lines()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_case_that_no_setting_explains_does_not_fail()
    {
        Assert.Equal(0, Run(Scale.Replace("50", "51", StringComparison.Ordinal).Replace("\"kind\"", "\"ambiguity\": \"?\", \"kind\"", StringComparison.Ordinal)));
        Assert.StartsWith("switch a: no single setting gives rating 2 51", Lines()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_not_understood_is_named_and_never_guessed()
    {
        Assert.Equal(0, Run(Scale.Replace("\"scale\"", "\"inverted\": true, \"scale\"", StringComparison.Ordinal)));
        Assert.Equal("unsupported a: the member `inverted` of the input is not understood", Lines()[0]);
    }

    [Fact]
    public void A_kind_that_is_not_offered_is_unsupported()
    {
        Assert.Equal(0, Run("""{"id": "b", "kind": "sampling", "input": {}, "expected": {}}"""));
        Assert.Equal("unsupported b: the kind `sampling` is not offered yet", Lines()[0]);
    }

    [Fact]
    public void Answers_that_do_not_fit_their_form_fail_with_the_issue()
    {
        Assert.Equal(1, Run("""
            {"id": "c", "kind": "score", "form": {"sections": [{"id": "s", "questions": [{"id": "q", "options": [{"id": "y", "score": 1}, {"id": "n", "score": 0}]}]}]},
             "answers": {"q": {"option": "z"}}, "expected": {"form": {"exact": "1"}}}
            """));
        Assert.Contains("QK2002", Lines()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_json_is_named_with_its_line()
    {
        string file = Write("bad.json", "{\n\"cases\": oops}");

        Assert.Equal(2, CommandLine.Run([file], _output, _errors));
        Assert.StartsWith($"{file}:2: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_is_named()
    {
        string missing = Path.Combine(_folder, "missing");

        Assert.Equal(2, CommandLine.Run([missing], _output, _errors));
        Assert.Contains(missing, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_runs_every_case_file_with_its_manifest_first()
    {
        Write("a.json", $$"""{"fields": {}, "cases": [{{Scale}}]}""");
        Write("manifest.json", """{"cases": [{"id": "m"}]}""");

        Assert.Equal(0, CommandLine.Run([_folder], _output, _errors));
        Assert.Equal(["unsupported m: cases of this file are not offered yet", "pass a", "1 passed, 0 failed, 0 switches, 1 unsupported"], Lines());
    }

    private int Run(string published) => CommandLine.Run([Write("cases.json", $$"""{"fields": {}, "cases": [{{published}}]}""")], _output, _errors);

    private string[] Lines() => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}

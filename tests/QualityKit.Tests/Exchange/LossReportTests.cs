using QualityKit.Exchange;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

public sealed class LossReportTests
{
    public static TheoryData<string> FullDocuments => [.. ExchangeVector.Names.Where(name => name.EndsWith("-full", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(FullDocuments))]
    public void No_member_of_a_document_is_lost_unsaid(string name)
    {
        var vector = new ExchangeVector(name);
        FormImport import = vector.Import().Value;
        string whole = Text(vector.Import());

        string[] silent =
        [
            .. DocumentChanges.Of(vector.Source)
                .Where(change => !IsNamedWithWhatItIsIn(import, change.Pointer))
                .Where(change => change.Changed.All(document => Text(vector.Format.Import(document)) == whole))
                .Select(change => change.Pointer),
        ];

        Assert.Equal("", string.Join('\n', silent));
    }

    // What is left out is named once, with all that it holds.
    private static bool IsNamedWithWhatItIsIn(FormImport import, string pointer) =>
        import.Losses.Any(loss => loss.Code is IssueCodes.MemberLeftOut or IssueCodes.UnknownMemberLeftOut
            && pointer.StartsWith(loss.Pointer + "/", StringComparison.Ordinal));

    private static string Text(Validated<FormImport> import) => ExchangeVector.Result(import).ToJsonString();
}

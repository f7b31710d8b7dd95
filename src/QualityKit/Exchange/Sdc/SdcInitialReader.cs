using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Sdc;

/// <summary>Reads what a question of a FHIR questionnaire is prefilled with.</summary>
internal sealed class SdcInitialReader(AnswerableQuestion question, IReadOnlyDictionary<string, string> options, IReadOnlyCollection<string> selected)
{
    public DefaultAnswer Read(SourceObject source)
    {
        ImmutableArray<(SourceObject Element, SdcValue? Value)> values =
            [.. source.Objects("initial").Select(initial => (initial, SdcValue.Of(initial, "value")))];
        if (question is ChoiceQuestion or MultiSelectQuestion)
        {
            string[] keys = [.. selected, .. values.Select(found => Option(found.Element, found.Value)).OfType<string>()];
            return keys.Length == 0 ? DefaultAnswer.None : DefaultAnswer.Options([.. keys.Distinct()]);
        }

        DefaultAnswer[] answers = [.. values.Select(found => Given(found.Element, found.Value)).OfType<DefaultAnswer>()];
        for (int extra = 1; extra < values.Length; extra++)
        {
            Lose(values[extra].Element, values[extra].Value);
        }

        return answers.FirstOrDefault() ?? DefaultAnswer.None;
    }

    private string? Option(SourceObject element, SdcValue? value)
    {
        if (value is not null && options.TryGetValue(value.Token, out string? key))
        {
            return key;
        }

        Lose(element, value);
        return null;
    }

    private DefaultAnswer? Given(SourceObject element, SdcValue? value)
    {
        Answer? answer = (question, value) switch
        {
            (_, null) => null,
            (NumberQuestion, { Number: { } number }) => new NumberAnswer { Value = number },
            (TextQuestion, _) => new TextAnswer { Value = value.Text },
            (DateQuestion, _) when DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) =>
                new DateAnswer { Value = date },
            _ => null,
        };
        if (answer is null)
        {
            Lose(element, value);
        }

        return answer is null ? null : DefaultAnswer.Given(answer);
    }

    private static void Lose(SourceObject element, SdcValue? value) =>
        element.Lose(IssueCodes.ReferenceLeadsNowhere, null, ("reference", Quoted.Short(value?.Text ?? "initial")));
}

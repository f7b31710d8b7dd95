using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Every text of a form that people read, with its pointer, in document order.</summary>
internal static class FormTexts
{
    public static IEnumerable<(string Pointer, LocalizedText Text)> Of(FormInspection form) =>
        from place in OfForm(form.Draft).Concat(form.Outline.Places.SelectMany(OfItem))
        where place.Text is not null
        select (place.Pointer, place.Text!);

    private static IEnumerable<(string Pointer, LocalizedText? Text)> OfForm(FormDraft draft) =>
    [
        ("/name", draft.Name),
        ("/description", draft.Description),
        .. draft.Links.Select((link, position) => ($"/links/{position}/title", link?.Title)),
        .. OfBands(draft.Bands, ""),
    ];

    private static IEnumerable<(string Pointer, LocalizedText? Text)> OfItem(OutlinePlace place) => place.Item switch
    {
        Group group => [(place.Pointer + "/title", group.Title), .. OfBands(group.Bands, place.Pointer)],
        Question question =>
        [
            (place.Pointer + "/text", question.Text),
            (place.Pointer + "/help", question.Help),
            .. OfOptions(question).Select((text, position) => ($"{place.Pointer}/options/{position}/text", text)),
        ],
        _ => [],
    };

    private static IEnumerable<(string Pointer, LocalizedText? Text)> OfBands(ImmutableArray<Band> bands, string pointer) =>
        bands.Select((band, position) => ($"{pointer}/bands/{position}/name", band?.Name));

    private static IEnumerable<LocalizedText?> OfOptions(Question question) => question switch
    {
        ChoiceQuestion choice => choice.Options.Select(option => option?.Text),
        MultiSelectQuestion selection => selection.Options.Select(option => option?.Text),
        _ => [],
    };
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Fragments;

/// <summary>What a form around a fragment is made of: sections, questions, weights.</summary>
internal static class FragmentShape
{
    private const string SectionPrefix = "s";

    /// <summary>One section with one question, which has all the weight.</summary>
    public static FormDraft Smallest(FragmentMode mode) => EvaluationForm.Draft("Case") with
    {
        Method = mode switch
        {
            FragmentMode.Sections => VendorMethods.AmazonConnectSections,
            FragmentMode.Points => VendorMethods.AmazonConnectPoints,
            FragmentMode.Multiplied => VendorMethods.GenesysCloud,
            _ => VendorMethods.AmazonConnectQuestions,
        },
        Groups = [Section(0, mode == FragmentMode.Sections ? 100 : 1, Question(0, mode == FragmentMode.Questions ? 100 : 1))],
    };

    /// <summary>A yes/no question.</summary>
    public static ChoiceQuestion Question(int place, decimal weight) => Ask.YesNo(Name("q", place), Name("q", place)) with { Weight = weight };

    public static FormDraft Weights(FormDraft form, JsonElement weights) => IsBySection(form)
        ? SectionWeights(form, weights)
        : WithItems(form, [.. weights.ToList().Select((weight, place) => Question(place, weight.ToDecimal()))]);

    /// <summary>One question or section with all the weight there is.</summary>
    public static FormDraft WeightSum(FormDraft form, JsonElement sum) => Weights(form, JsonSerializer.SerializeToElement(new[] { sum }));

    public static FormDraft SectionWeights(FormDraft form, JsonElement weights) =>
        form with { Groups = [.. weights.ToList().Select((weight, place) => Section(place, weight.ToDecimal(), Question(place, 1)))] };

    // The first question keeps its weight; the others weigh nothing where weights have a total.
    public static FormDraft Questions(FormDraft form, JsonElement count)
    {
        decimal others = IsByQuestion(form) ? 0 : 1;
        FormItem[] further = [.. Enumerable.Range(1, Math.Max(0, FragmentText.Count(count) - 1)).Select(place => Question(place, others))];
        return FragmentText.Count(count) == 0 ? WithItems(form, []) : WithItems(form, [form.Groups[0].Items[0], .. further]);
    }

    // Each further section has a question of its own, as an empty one is no section.
    public static FormDraft Sections(FormDraft form, JsonElement count)
    {
        int wanted = FragmentText.Count(count);
        if (form.Groups.Length != 1)
        {
            throw new UnsupportedCaseException("sections are given in two ways");
        }

        ImmutableArray<FormItem> items = form.Groups[0].Items;
        bool areSpread = items.Length >= wanted && wanted > 0;
        decimal weight = IsByQuestion(form) ? 0 : 1;
        return form with
        {
            Groups =
            [
                .. Enumerable.Range(0, wanted).Select(place => Section(
                    place,
                    place == 0 ? form.Groups[0].Weight : IsBySection(form) ? 0 : 1,
                    areSpread ? [.. Share(items, place, wanted)] : [place < items.Length ? items[place] : Question(place, weight)])),
            ],
        };
    }

    // Section in section, the question in the innermost.
    public static FormDraft Depth(FormDraft form, JsonElement depth)
    {
        Group inner = form.Groups[0];
        for (int level = FragmentText.Count(depth); level > 1; level--)
        {
            inner = Section(level, inner.Weight, inner) with { Key = Name("level", level) };
        }

        return form with { Groups = form.Groups.SetItem(0, inner) };
    }

    public static FormDraft Keys(FormDraft form, JsonElement keys) =>
        WithItems(form, [.. keys.ToList().Select((key, place) => Question(place, place > 0 && IsByQuestion(form) ? 0 : WeightOf(form)) with { Key = key.ToText() })]);

    public static FormDraft SectionKey(FormDraft form, JsonElement key) => WithSection(form, section => section with { Key = key.ToText() });

    public static FormDraft SectionTitle(FormDraft form, JsonElement title) => WithSection(form, section => section with { Title = title.ToText() });

    public static FormDraft Name(FormDraft form, JsonElement name) => form with { Name = name.ToText() };

    public static FormDraft DisputeDays(FormDraft form, JsonElement days) =>
        form with { Settings = form.Settings with { Disputes = new() { WindowDays = FragmentText.Count(days) } } };

    /// <summary>The form with other items in its first section.</summary>
    public static FormDraft WithItems(FormDraft form, ImmutableArray<FormItem> items) => WithSection(form, section => section with { Items = items });

    private static IEnumerable<FormItem> Share(ImmutableArray<FormItem> items, int place, int sections) =>
        items.Where((_, position) => position % sections == place);

    private static FormDraft WithSection(FormDraft form, Func<Group, Group> change) =>
        form with { Groups = form.Groups.SetItem(0, change(form.Groups[0])) };

    private static Group Section(int place, decimal weight, params FormItem[] items) =>
        new() { Key = Name(SectionPrefix, place), Title = Name(SectionPrefix, place), Weight = weight, Items = [.. items] };

    private static bool IsByQuestion(FormDraft form) => form.Method.Combination.Kind == CombinationKind.QuestionWeights;

    private static bool IsBySection(FormDraft form) => form.Method.Combination.Kind == CombinationKind.GroupWeights;

    private static decimal WeightOf(FormDraft form) => ((ScoredQuestion)form.Groups[0].Items[0]).Weight;

    private static string Name(string prefix, int place) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{place}");
}

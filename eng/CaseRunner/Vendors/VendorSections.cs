using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Builds the tree of sections from a list in which each names its parent.</summary>
internal sealed class VendorSections
{
    private const string Top = "";

    private readonly Dictionary<string, JsonElement> _listed;
    private readonly ILookup<string, string> _children;
    private readonly JsonElement? _answers;
    private readonly bool _isWeighted;
    private int _built;

    /// <param name="form">The form.</param>
    /// <param name="isWeighted">Whether questions have weights; else they are left out.</param>
    /// <param name="answers">The answers, which say how fine numbers are.</param>
    public VendorSections(JsonElement form, bool isWeighted, JsonElement? answers)
    {
        _isWeighted = isWeighted;
        _answers = answers;
        ImmutableArray<JsonElement> sections = form.Value("sections") is { } listed ? listed.ToList() : [form];
        foreach (JsonElement section in form.List("sections"))
        {
            section.OnlyHas("section", "id", "title", "name", "weight", "parent", "questions", "excluded", "bonus", "note");
        }

        _listed = sections.ToDictionary(IdOf, StringComparer.Ordinal);
        string[] unlisted = [.. sections.Select(ParentOf).Where(parent => parent != Top && !_listed.ContainsKey(parent)).Distinct()];
        _children = sections.Select(section => (Parent: ParentOf(section), Id: IdOf(section)))
            .Concat(unlisted.Select(id => (Parent: Top, Id: id)))
            .ToLookup(link => link.Parent, link => link.Id, StringComparer.Ordinal);
    }

    public ImmutableArray<Group> Read()
    {
        ImmutableArray<Group> groups = [.. _children[Top].Select(id => Build(id, isExcluded: false, isBonus: false))];
        return _built == _listed.Count ? groups : throw new UnsupportedCaseException("a section lies within itself");
    }

    private static string IdOf(JsonElement section) => section.OptionalText("id") ?? throw new UnsupportedCaseException("a section has no `id`");

    private static string ParentOf(JsonElement section) => section.OptionalText("parent") ?? Top;

    private Group Build(string id, bool isExcluded, bool isBonus)
    {
        JsonElement section = _listed.GetValueOrDefault(id);
        _built += section.ValueKind == JsonValueKind.Object ? 1 : 0;
        bool excluded = isExcluded || section.Flag("excluded");
        bool bonus = isBonus || section.Flag("bonus");
        Group[] inner = [.. _children[id].Select(child => Build(child, excluded, bonus))];
        return new()
        {
            Key = FormKey.Of(id),
            Title = id,
            Weight = WeightOf(section, inner),
            Items =
            [
                .. section.List("questions").Select(question => Read(question, excluded, bonus)),
                .. inner,
            ],
        };
    }

    // A section that is only named as a parent weighs what its sections weigh.
    private static decimal WeightOf(JsonElement section, Group[] inner) =>
        section.ValueKind == JsonValueKind.Object ? section.OptionalDecimal("weight") ?? 1 : inner.Sum(group => group.Weight);

    private ScoredQuestion Read(JsonElement source, bool isExcluded, bool isBonus)
    {
        ScoredQuestion question = new VendorQuestion(source, _listed.Keys, _answers).Read();
        return question with
        {
            IsExcluded = question.IsExcluded || isExcluded,
            IsBonus = question.IsBonus || isBonus,
            Weight = _isWeighted ? question.Weight : 1,
        };
    }
}

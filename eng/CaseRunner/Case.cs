using System.Text.Json;
using QualityKit.CaseRunner.Json;

namespace QualityKit.CaseRunner;

/// <summary>One published case: what was given, what its source says comes out, and how sure that is.</summary>
internal sealed class Case
{
    // What explains a case and never changes its meaning.
    private static readonly string[] Remarks =
    [
        "id", "kind", "title", "source", "evidence", "provenance", "derivation", "ambiguity", "note", "notes", "comment",
        "published", "publishedPercent", "handCheckedPercent", "area", "verifiedBy", "vendor", "tcId", "flags",
    ];

    private static readonly string[] OpenProvenance = ["ambiguous", "assumption", "implied"];

    private readonly JsonElement _element;
    private readonly CaseFile _file;

    public Case(CaseFile file, JsonElement element, string id)
    {
        _file = file;
        _element = element;
        Id = id;
        IsOpen = OpenProvenance.Contains(element.OptionalText("provenance"))
            || (element.OptionalText("evidence") ?? "").StartsWith("ASSUME", StringComparison.Ordinal)
            || element.Member("ambiguity") is not null;
    }

    public string Id { get; }

    /// <summary>What it says it is; a case of recordings is what its group is, or a file.</summary>
    public string Kind => _element.OptionalText("kind") ?? (Format != CaseFormat.Recordings ? "" : Group?.OptionalText("type") ?? "file");

    /// <summary>The group that it stands in; null where a file has none.</summary>
    public JsonElement? Group { get; init; }

    /// <summary>The file that it stands in.</summary>
    public CaseFile File => _file;

    public CaseFormat Format => _file.Format;

    /// <summary>Whether its source leaves the result open, so that it cannot fail.</summary>
    public bool IsOpen { get; }

    public JsonElement Input => _element.RequiredMember("input");

    public JsonElement Expected => _element.RequiredMember("expected");

    public JsonElement? Member(string name) => _element.Member(name);

    public JsonElement Required(string name) => _element.RequiredMember(name);

    /// <summary>The form written in the case, or the one of the file that it names.</summary>
    public JsonElement Form()
    {
        if (_element.Member("form") is { } form)
        {
            return form;
        }

        string id = _element.RequiredMember("formId").ToText();
        return _file.Form(id) ?? throw new UnsupportedCaseException($"the file has no form `{id}`");
    }

    /// <summary>Refuses a case that says more than is understood.</summary>
    public void OnlyHas(params string[] names) => _element.OnlyHas("case", [.. Remarks, .. names]);
}

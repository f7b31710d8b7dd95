using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>Reads a valid form of the form format; members left out take the defaults of docs/form-format.md.</summary>
internal static class FormReader
{
    public static Form Read(JsonElement form)
    {
        var pass = form.Member("pass");
        return new Form
        {
            Method = MethodReader.Read(form.Member("method")),
            Whole = ReadWhole(form),
            Rules = form.Members("rules").Select(ReadRule).ToList(),
            HasPassRule = pass is not null,
            PassMark = pass?.Member("mark") is { } mark ? ReadMark(mark) : null,
            QuestionMinimum = pass?.Member("questionMinimum") is { } minimum ? ReadMark(minimum) : null,
        };
    }

    private static Group ReadWhole(JsonElement form)
    {
        var whole = new Group { Key = "", Parent = null, Bands = ReadBands(form) };
        whole.Items.AddRange(form.GetProperty("groups").EnumerateArray().Select(group => ReadGroup(group, whole)));
        return whole;
    }

    private static Item ReadItem(JsonElement item, Group parent) =>
        item.Text("type", "") == "group" ? ReadGroup(item, parent) : QuestionReader.Read(item, parent);

    private static Group ReadGroup(JsonElement json, Group parent)
    {
        var group = new Group
        {
            Key = json.GetProperty("key").GetString()!,
            Parent = parent,
            Weight = json.Number("weight") ?? ExactNumber.One,
            VisibleWhen = json.Member("visibleWhen"),
            Bands = ReadBands(json),
        };
        group.Items.AddRange(json.GetProperty("items").EnumerateArray().Select(item => ReadItem(item, group)));
        return group;
    }

    private static List<Band> ReadBands(JsonElement holder) => holder.Members("bands").Select(ReadBand).ToList();

    private static Band ReadBand(JsonElement band) => new(
        ReadText(band.GetProperty("name")),
        band.Member("minimum") is { } minimum ? ReadMark(minimum).Amount : null,
        band.Member("top") is { } top ? ReadMark(top).Amount : null);

    private static ScoreRule ReadRule(JsonElement rule) => new(
        rule.Member("group")?.GetString(),
        rule.Member("when"),
        rule.GetProperty("effect").GetString()!,
        ReadMark(rule.GetProperty("amount")).Amount);

    private static Mark ReadMark(JsonElement mark) => mark.Number("percent") is { } percent
        ? new Mark(IsShare: true, percent / ExactNumber.Of(100))
        : new Mark(IsShare: false, mark.Number("points") ?? mark.Number("grade")!);

    private static string ReadText(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? text.GetString()! : text.GetProperty("text").GetString()!;
}

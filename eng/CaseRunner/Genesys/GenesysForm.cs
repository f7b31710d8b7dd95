using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Genesys;

/// <summary>Reads a form of Genesys Cloud: weights multiply points, and what is N/A leaves the form.</summary>
internal static class GenesysForm
{
    public static string GroupKey(int group) => $"{group}";

    public static string QuestionKey(int group, int question) => $"{group}.{question}";

    public static ScoringMethod MethodOf(JsonElement form) => form.OptionalText("weightMode") switch
    {
        null or "SCALED" or "ON" => VendorMethods.GenesysCloud,
        "OFF" => VendorMethods.GenesysCloud with { Combination = Combination.TotalPoints },
        string other => throw new UnsupportedCaseException($"the weight mode `{other}` is not understood"),
    };

    public static EvaluationForm Read(JsonElement form, ScoringMethod method)
    {
        form.OnlyHas("form", "id", "name", "title", "note", "groups", "weightMode");
        FormDraft draft = EvaluationForm.Draft("Case") with
        {
            Method = method,
            Groups = [.. form.RequiredMember("groups").ToList().Select(Group)],
        };
        return draft.Publish().Value;
    }

    private static Group Group(JsonElement group, int position)
    {
        group.OnlyHas("group", "id", "name", "title", "note", "weight", "manualWeight", "naEnabled", "visibility", "questions");
        return new()
        {
            Key = GroupKey(position),
            Title = GroupKey(position),
            Weight = group.OptionalDecimal("weight") ?? 1,
            AllowsNotApplicable = group.Flag("naEnabled"),
            VisibleWhen = GenesysVisibility.Read(group.Value("visibility"), group: null),
            Items = [.. group.RequiredMember("questions").ToList().Select((question, place) => GenesysQuestion.Read(question, position, place))],
        };
    }
}

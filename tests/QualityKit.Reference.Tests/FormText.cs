namespace QualityKit.Reference.Tests;

/// <summary>
/// Forms in few words. JSON members are given with ' for "; an option's key is its points, so that answers read as scores.
/// Every question and group allows N/A.
/// </summary>
internal static class FormText
{
    public static string Form(string method, params string[] groups) => FormWith(method, "", groups);

    public static string FormWith(string method, string members, params string[] groups) => Quoted(
        $"{{'format':'qualitykit.form/1','key':'f','name':'F','method':{{{method}}},{Then(members)}'groups':[{string.Join(',', groups)}]}}");

    public static string Group(string key, params string[] items) => GroupWith(key, "", items);

    public static string GroupWith(string key, string members, params string[] items) =>
        $"{{'type':'group','key':'{key}','title':'{key}','allowsNotApplicable':true,{Then(members)}'items':[{string.Join(',', items)}]}}";

    /// <summary>A choice between full marks and none.</summary>
    public static string YesNo(string key, string members = "") => Choice(key, members, "1", "0");

    public static string Choice(string key, string members, params string[] points) =>
        ChoiceOf(key, members, [.. points.Select(point => Option(point, point))]);

    public static string ChoiceOf(string key, string members, params string[] options) => Question("choice", key, members, "options", options);

    public static string MultiSelect(string key, string members, params string[] options) => Question("multiSelect", key, members, "options", options);

    public static string Number(string key, string members, params string[] ranges) => Question("number", key, members, "ranges", ranges);

    public static string Text(string key) => $"{{'type':'text','key':'{key}','text':'{key}'}}";

    public static string Option(string key, string points, string members = "") =>
        $"{{'key':'{key}','text':'{key}',{Then(members)}'points':{points}}}";

    public static string Range(string minimum, string maximum, string points, string members = "") =>
        $"{{'minimum':{minimum},'maximum':{maximum},{Then(members)}'points':{points}}}";

    private static string Question(string type, string key, string members, string list, string[] options) =>
        $"{{'type':'{type}','key':'{key}','text':'{key}','allowsNotApplicable':true,{Then(members)}'{list}':[{string.Join(',', options)}]}}";

    private static string Then(string members) => members.Length == 0 ? "" : members + ",";

    private static string Quoted(string json) => json.Replace('\'', '"');
}

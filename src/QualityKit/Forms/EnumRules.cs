using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for values out of a list: only those defined.</summary>
internal static class EnumRules
{
    public static void Check<T>(IssueList issues, T value, string pointer)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Error(IssueCodes.UndefinedValue, pointer, ("value", value.ToString()), ("known", string.Join("`, `", Enum.GetNames<T>())));
        }
    }

    /// <summary>The name as docs/form-format.md writes it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

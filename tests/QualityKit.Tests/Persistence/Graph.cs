using System.Collections;
using System.Reflection;

namespace QualityKit.Tests.Persistence;

/// <summary>A value of the library as the list of everything in it, found by reflection: whatever a format forgets is missing from one of two lists.</summary>
internal static class Graph
{
    /// <summary>Every path and what is there, such as <c>/Versions/0/Number = 1</c>.</summary>
    public static List<string> Of(object? value)
    {
        var lines = new List<string>();
        Walk("", value, lines);
        return lines;
    }

    /// <summary>The properties that were seen with something else than nothing, by type and name.</summary>
    public static IEnumerable<string> Filled(object? value) => value switch
    {
        null => [],
        _ when IsLeaf(value) => [],
        IEnumerable many => many.Cast<object?>().SelectMany(Filled),
        _ => Properties(value).SelectMany(property => Filled(value, property)),
    };

    /// <summary>Every stored property of the types that a value leads to.</summary>
    public static IEnumerable<string> Names(object value) => Properties(value).Select(property => $"{value.GetType().Name}.{property.Name}");

    private static IEnumerable<string> Filled(object owner, PropertyInfo property)
    {
        object? value = property.GetValue(owner);
        bool isEmpty = value is null or false or "" || (value is IEnumerable many && !many.Cast<object?>().Any());
        return isEmpty ? [] : Filled(value).Prepend($"{owner.GetType().Name}.{property.Name}");
    }

    private static void Walk(string path, object? value, List<string> lines)
    {
        if (value is null || IsLeaf(value))
        {
            lines.Add($"{path} = {value switch { null => "nothing", DateTimeOffset instant => instant.ToString("O"), _ => $"{value.GetType().Name} {value}" }}");
        }
        else if (value is IEnumerable many)
        {
            foreach ((int position, object? element) in many.Cast<object?>().Index())
            {
                Walk($"{path}/{position}", element, lines);
            }
        }
        else
        {
            lines.Add($"{path} is {value.GetType().Name}");
            foreach (PropertyInfo property in Properties(value))
            {
                Walk($"{path}/{property.Name}", property.GetValue(value), lines);
            }
        }
    }

    private static bool IsLeaf(object value) =>
        value is string || value.GetType().IsEnum || (value.GetType().IsValueType && !value.GetType().FullName!.StartsWith("System.Collections.Immutable", StringComparison.Ordinal));

    // What can be set is kept; all else follows from it. Sheets and subjects hide their values behind methods that say what they hold.
    private static IEnumerable<PropertyInfo> Properties(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && (property.SetMethod is not null || IsKept(property)));

    private static bool IsKept(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
}

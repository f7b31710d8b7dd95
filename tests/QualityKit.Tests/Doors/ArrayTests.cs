using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using QualityKit.Forms;

namespace QualityKit.Tests.Doors;

public class ArrayTests
{
    public static TheoryData<string> Arrays => [.. Properties().Select(Name)];

    [Theory]
    [MemberData(nameof(Arrays))]
    public void An_array_that_was_never_made_reads_as_empty(string name)
    {
        PropertyInfo property = Properties().Single(candidate => Name(candidate) == name);
        object owner = RuntimeHelpers.GetUninitializedObject(property.DeclaringType!.IsAbstract ? Concrete(property.DeclaringType) : property.DeclaringType);

        property.SetValue(owner, Activator.CreateInstance(property.PropertyType));

        // Disputes have an assignee where none is named: the original evaluator.
        int least = property.DeclaringType == typeof(DisputeSettings) ? 1 : 0;
        dynamic array = property.GetValue(owner)!;
        Assert.False((bool)array.IsDefault);
        Assert.Equal(least, (int)array.Length);
    }

    private static Type Concrete(Type type) =>
        type.Assembly.GetExportedTypes().First(candidate => !candidate.IsAbstract && candidate.IsSubclassOf(type));

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    private static IEnumerable<PropertyInfo> Properties() =>
        typeof(EvaluationForm).Assembly.GetExportedTypes()
            .Where(type => !type.IsGenericTypeDefinition)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true }
                && property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>));
}

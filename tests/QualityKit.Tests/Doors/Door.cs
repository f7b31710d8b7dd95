using System.Reflection;
using QualityKit.Forms;

namespace QualityKit.Tests.Doors;

/// <summary>One public way in that takes something which must be there.</summary>
internal sealed record Door(MethodBase Way, ParameterInfo Missing)
{
    public string Name => $"{Way.DeclaringType!.Name}.{Way.Name}({string.Join(", ", Way.GetParameters().Select(one => NameOf(one.ParameterType)))}) without `{Missing.Name}`";

    private static string NameOf(Type type) => type.IsGenericType ? $"{type.Name}[{string.Join(", ", type.GetGenericArguments().Select(NameOf))}]" : type.Name;

    /// <summary>Every public method and constructor with every parameter that may not be null.</summary>
    public static IEnumerable<Door> All()
    {
        var nullability = new NullabilityInfoContext();
        return typeof(EvaluationForm).Assembly.GetExportedTypes()
            .Where(type => !type.IsGenericTypeDefinition && !type.IsEnum && !type.IsInterface)
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .OfType<MethodBase>()
            .Where(IsWrittenByHand)
            .Select(Closed)
            .SelectMany(way => way.GetParameters()
                .Where(parameter => !parameter.ParameterType.IsValueType && !parameter.IsOut)
                .Where(parameter => nullability.Create(parameter).WriteState == NullabilityState.NotNull)
                .Select(parameter => new Door(way, parameter)));
    }

    /// <summary>Goes in with everything else in its place; gives what was thrown, null when nothing was.</summary>
    public Exception? Try()
    {
        object?[] arguments = [.. Way.GetParameters().Select(parameter => parameter.Position == Missing.Position ? null : Samples.Of(parameter.ParameterType))];
        try
        {
            object? result = Way is ConstructorInfo constructor
                ? constructor.Invoke(arguments)
                : Way.Invoke(Way.IsStatic ? null : Samples.Of(Way.DeclaringType!), arguments);
            _ = (result as System.Collections.IEnumerable)?.GetEnumerator().MoveNext();
            Started(result)?.GetAwaiter().GetResult();
            return null;
        }
        catch (ArgumentNullException late)
        {
            return late;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
    }

    // A value task that failed says so only when it is waited for.
    private static Task? Started(object? result) => result is not null && result.GetType().Name.StartsWith(nameof(ValueTask), StringComparison.Ordinal)
        ? (Task)result.GetType().GetMethod(nameof(ValueTask.AsTask))!.Invoke(result, null)!
        : result as Task;

    // A method that takes a type gets one that it may be given.
    private static MethodBase Closed(MethodBase way) => way is MethodInfo { IsGenericMethodDefinition: true } open
        ? open.MakeGenericMethod([.. open.GetGenericArguments().Select(type => type.GetGenericParameterConstraints() is [{ } bound, ..] ? HostSamples.TypeFor(bound) : typeof(object))])
        : way;

    // Compilers write the members of a record, properties are set by `with` expressions into drafts that may be wrong, and a span cannot be passed by reflection.
    private static bool IsWrittenByHand(MethodBase way) =>
        way.DeclaringType!.IsPublic
        && !(way is { IsSpecialName: true } && (way.Name.StartsWith("get_", StringComparison.Ordinal) || way.Name.StartsWith("set_", StringComparison.Ordinal)))
        && way.Name is not ("Equals" or "op_Equality" or "op_Inequality" or "Deconstruct")
        && way.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
        && !way.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType == typeof(TextWriter))
        && !IsId(way);

    private static bool IsId(MethodBase way) =>
        way is ConstructorInfo && way.DeclaringType!.IsValueType && way.GetParameters() is [{ ParameterType: { } only }] && only == typeof(string);
}

using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Whether a condition can be said as one list of answers, all of which or any of which must be given.</summary>
internal static class FlatCondition
{
    public static bool Is(Condition? condition) => Shape(condition) is not null;

    // What is no list of several counts as one part, which goes into either kind of list; whether it is offered at all is asked elsewhere.
    private static (bool IsAny, bool IsOne)? Shape(Condition? condition) => condition switch
    {
        AllOf all => Joined(isAny: false, all.Parts),
        AnyOf any => Joined(isAny: true, any.Parts),
        AnsweredOption { Options.Length: > 1, Match: OptionMatch.Exactly } => null,
        AnsweredOption { Options.Length: > 1 } answered => (answered.Match != OptionMatch.All, false),
        _ => (true, true),
    };

    private static (bool IsAny, bool IsOne)? Joined(bool isAny, ImmutableArray<Condition> parts)
    {
        if (parts is [{ } only])
        {
            return Shape(only);
        }

        return parts.All(part => Shape(part) is { } shape && (shape.IsOne || shape.IsAny == isAny)) ? (isAny, false) : null;
    }
}

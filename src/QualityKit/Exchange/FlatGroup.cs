using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.Exchange;

/// <summary>Questions that follow each other directly in a group, for products that have no groups in groups.</summary>
internal sealed record FlatGroup
{
    public required Group Group { get; init; }

    public required SourceObject Source { get; init; }

    /// <summary>Whether this is the first part of its group; the others lie behind what is between them.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>Whether one question stands here for itself, its weight multiplied into that of the group.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The weights of the group and of all groups around it, multiplied.</summary>
    public required decimal Weight { get; init; }

    /// <summary>The conditions of the group and of the groups around it, from the outside in.</summary>
    public required ImmutableArray<(Condition Condition, SourceObject Owner)> Conditions { get; init; }

    public required ImmutableArray<(Question Question, SourceObject Source)> Questions { get; init; }

    /// <summary>The groups of a form in document order, inner ones beside the outer ones, each in as many parts as it takes to keep the order.</summary>
    /// <param name="form">The form.</param>
    /// <param name="source">The form as it is written.</param>
    /// <param name="standsAlone">Whether a question must stand for itself, because its weight has to be that of a group.</param>
    public static ImmutableArray<FlatGroup> Of(EvaluationForm form, SourceObject source, Func<Question, bool> standsAlone)
    {
        var list = new FlatGroupList(standsAlone);
        ImmutableArray<SourceObject> sources = source.Objects("groups");
        for (int position = 0; position < form.Groups.Length; position++)
        {
            list.Add(form.Groups[position], sources[position], parent: null);
        }

        return list.ToImmutable();
    }
}

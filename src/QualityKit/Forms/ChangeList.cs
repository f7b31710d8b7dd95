using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Changes as they are found.</summary>
internal sealed class ChangeList
{
    private readonly ImmutableArray<FormChange>.Builder _changes = ImmutableArray.CreateBuilder<FormChange>();

    public ImmutableArray<FormChange> ToImmutable() => _changes.ToImmutable();

    public void Added(ChangePlace place, FormChangeEffect effect) => Add(place, "added", effect, place.Pointer, place.About);

    public void Removed(ChangePlace place, FormChangeEffect effect) => Add(place, "removed", effect, place.Pointer, place.About);

    /// <summary>Whether a part is there at all.</summary>
    public void Presence(ChangePlace place, FormChangeEffect effect, object? before, object? after)
    {
        if (before is null && after is not null)
        {
            Added(place, effect);
        }
        else if (before is not null && after is null)
        {
            Removed(place, effect);
        }
    }

    public void Members<T>(ChangePlace place, IEnumerable<Aspect<T>> aspects, T before, T after)
    {
        foreach (Aspect<T> aspect in aspects)
        {
            Member(place, aspect.Member, aspect.Effect, aspect.Value(before), aspect.Value(after));
        }
    }

    /// <summary>A member whose values differ where they are written differently.</summary>
    public void Member(ChangePlace place, string member, FormChangeEffect effect, object? before, object? after)
    {
        if (!Equals(before, after) && FormWriter.TextOf(before) != FormWriter.TextOf(after))
        {
            Add(place, member, effect, $"{place.Pointer}/{member}", [.. place.About, .. Values(before, after)]);
        }
    }

    /// <summary>The group around an item; null at the top.</summary>
    public void Moved(ChangePlace place, FormChangeEffect effect, string? before, string? after)
    {
        if (before != after)
        {
            Add(place, "moved", effect, place.Pointer, [.. place.About, .. Values(before, after)]);
        }
    }

    /// <summary>A text in the language of the form and in every other.</summary>
    public void Text(ChangePlace place, string member, LocalizedText? before, LocalizedText? after)
    {
        Member(place, member, FormChangeEffect.Wording, before?.Text, after?.Text);
        ImmutableSortedDictionary<string, string> earlier = (before ?? LocalizedText.Empty).Translations;
        ImmutableSortedDictionary<string, string> later = (after ?? LocalizedText.Empty).Translations;
        foreach (string language in earlier.Keys.Union(later.Keys).Order(StringComparer.Ordinal))
        {
            string? was = earlier.GetValueOrDefault(language);
            string? now = later.GetValueOrDefault(language);
            if (was != now)
            {
                ImmutableArray<MessageArgument> arguments =
                    [.. place.About, new() { Name = "language", Value = language }, .. Values(was, now)];
                Add(place, $"{member}.translation", FormChangeEffect.Wording, $"{place.Pointer}/{member}/translations/{language}", arguments);
            }
        }
    }

    /// <summary>The order of what is there before and after; no scores look at it.</summary>
    /// <param name="place">What holds the parts.</param>
    /// <param name="pointer">Where they are in it.</param>
    /// <param name="before">What the parts are called, in the order before.</param>
    /// <param name="after">The same in the order after.</param>
    public void Order(ChangePlace place, string pointer, IEnumerable<string> before, IEnumerable<string> after)
    {
        ImmutableArray<string> was = [.. before];
        ImmutableArray<string> now = [.. after];
        if (!was.SequenceEqual(now))
        {
            Add(place, "order", FormChangeEffect.Workflow, place.Pointer + pointer, [.. place.About, .. Values(was, now)]);
        }
    }

    private static IEnumerable<MessageArgument> Values(object? before, object? after)
    {
        if (before is not null)
        {
            yield return new() { Name = "before", Value = before };
        }

        if (after is not null)
        {
            yield return new() { Name = "after", Value = after };
        }
    }

    private void Add(ChangePlace place, string what, FormChangeEffect effect, string pointer, ImmutableArray<MessageArgument> arguments) =>
        _changes.Add(new FormChange
        {
            Code = $"change.{place.Owner}.{what}",
            Effect = effect,
            Pointer = pointer,
            Subject = place.Subject,
            Arguments = arguments,
        });
}

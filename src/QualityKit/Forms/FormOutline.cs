using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Where everything in a draft is, in document order. It is made without recursion, and no further than the limits.</summary>
internal sealed class FormOutline
{
    public const int MaximumQuestions = 10_000;
    public const int MaximumGroups = 1_000;
    public const int MaximumLevels = 20;

    private readonly Dictionary<string, int> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);

    private FormOutline(ImmutableArray<OutlinePlace> places)
    {
        Places = places;
        for (int position = 0; position < places.Length; position++)
        {
            if (places[position].Item is { Key: { } key } item)
            {
                (item.IsGroup ? _groups : _questions).TryAdd(key, position);
            }
        }
    }

    public ImmutableArray<OutlinePlace> Places { get; }

    /// <summary>The outline of a draft; a draft beyond a limit adds an issue and is outlined in part.</summary>
    public static FormOutline Of(FormDraft form, IssueList issues)
    {
        var walk = new Walk(issues);
        walk.Enter(form.Groups.CastArray<FormItem>(), "/groups", parent: -1);
        while (walk.Next())
        {
        }

        return new(walk.Places.ToImmutable());
    }

    /// <summary>The position of the first question of a key; -1 when there is none.</summary>
    public int QuestionAt(string key) => _questions.GetValueOrDefault(key, -1);

    /// <summary>The position of the first group of a key; -1 when there is none.</summary>
    public int GroupAt(string key) => _groups.GetValueOrDefault(key, -1);

    /// <summary>The position of the first item with the key of this one and of its kind.</summary>
    public int FirstWithKeyOf(FormItem item) => item.IsGroup ? GroupAt(item.Key) : QuestionAt(item.Key);

    /// <summary>The groups around an item, from the inside out.</summary>
    public IEnumerable<Group> GroupsAround(int position)
    {
        for (int parent = Places[position].Parent; parent >= 0; parent = Places[parent].Parent)
        {
            yield return (Group)Places[parent].Item!;
        }
    }

    /// <summary>Whether an item is another or lies inside it.</summary>
    public bool IsWithin(int inner, int outer)
    {
        int position = inner;
        while (position > outer)
        {
            position = Places[position].Parent;
        }

        return position == outer;
    }

    /// <summary>The questions that count towards the score, bonus questions included.</summary>
    public IEnumerable<ScoredQuestion> Scored() =>
        Places.Select(place => place.Item).OfType<ScoredQuestion>().Where(question => !question.IsExcluded);

    private sealed class Cursor(ImmutableArray<FormItem> items, string pointer, int parent)
    {
        private int _next;

        public bool IsAtEnd => _next == items.Length;

        public OutlinePlace Take(int level)
        {
            var place = new OutlinePlace(items[_next], $"{pointer}/{_next}", parent, level);
            _next++;
            return place;
        }
    }

    private sealed class Walk(IssueList issues)
    {
        private readonly Stack<Cursor> _open = [];
        private int _questions;
        private int _groups;
        private bool _isTooDeep;

        public ImmutableArray<OutlinePlace>.Builder Places { get; } = ImmutableArray.CreateBuilder<OutlinePlace>();

        public void Enter(ImmutableArray<FormItem> items, string pointer, int parent) =>
            _open.Push(new Cursor(items, pointer, parent));

        /// <summary>Takes one step; false at the end and at a limit.</summary>
        public bool Next()
        {
            if (!_open.TryPeek(out Cursor? cursor))
            {
                return false;
            }

            if (cursor.IsAtEnd)
            {
                _open.Pop();
                return true;
            }

            OutlinePlace place = cursor.Take(_open.Count);
            return place.Item is Group group ? Add(place, group) : AddQuestion(place);
        }

        private bool Add(OutlinePlace place, Group group)
        {
            if (place.Level > MaximumLevels)
            {
                ReportDepth(place.Pointer);
                return true;
            }

            if (++_groups > MaximumGroups)
            {
                issues.Error(IssueCodes.TooManyGroups, place.Pointer, ("most", MaximumGroups));
                return false;
            }

            Places.Add(place);
            Enter(group.Items, place.Pointer + "/items", Places.Count - 1);
            return true;
        }

        private bool AddQuestion(OutlinePlace place)
        {
            if (++_questions > MaximumQuestions)
            {
                issues.Error(IssueCodes.TooManyQuestions, place.Pointer, ("most", MaximumQuestions));
                return false;
            }

            Places.Add(place);
            return true;
        }

        private void ReportDepth(string pointer)
        {
            if (!_isTooDeep)
            {
                _isTooDeep = true;
                issues.Error(IssueCodes.GroupsTooDeep, pointer, ("most", MaximumLevels));
            }
        }
    }
}

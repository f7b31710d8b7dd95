using System.Collections.Immutable;
using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>The answers and comments of one evaluation as somebody gave them; they may be wrong until they are checked against a form.</summary>
/// <remarks>Immutable: every method returns a new sheet. Answering a question again replaces its answer and keeps its comment.</remarks>
public sealed class AnswerSheet
{
    private AnswerSheet(ImmutableArray<AnswerEntry> entries, ImmutableArray<string> groups, string? comment)
    {
        Entries = entries;
        NotApplicableGroups = groups;
        OverallComment = comment;
    }

    /// <summary>A sheet without answers.</summary>
    public static AnswerSheet Empty { get; } = new([], [], null);

    /// <summary>What was given for each question, in the order in which it was first given.</summary>
    public ImmutableArray<AnswerEntry> Entries { get; }

    /// <summary>The keys of the groups that were marked N/A as a whole.</summary>
    public ImmutableArray<string> NotApplicableGroups { get; }

    /// <summary>The comment on the evaluation as a whole; null for none.</summary>
    public string? OverallComment { get; }

    /// <summary>A sheet of many entries at once; of several for one question the last holds.</summary>
    public static AnswerSheet Of(IEnumerable<AnswerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<AnswerEntry>();
        foreach (AnswerEntry entry in entries)
        {
            if (positions.TryAdd(entry.Question, kept.Count))
            {
                kept.Add(entry);
            }
            else
            {
                kept[positions[entry.Question]] = entry;
            }
        }

        return new(kept.ToImmutable(), [], null);
    }

    /// <summary>Selects options: one of a choice, any number of a multiple selection.</summary>
    public AnswerSheet Answer(string question, params string[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Answer(question, new SelectedOptions { Options = [.. options] });
    }

    /// <summary>Gives a number.</summary>
    public AnswerSheet Answer(string question, decimal number) => Answer(question, new NumberAnswer { Value = number });

    /// <summary>Gives a calendar date.</summary>
    public AnswerSheet Answer(string question, DateOnly date) => Answer(question, new DateAnswer { Value = date });

    /// <summary>Gives an answer of any kind.</summary>
    public AnswerSheet Answer(string question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        return Put(question, entry => entry with { Answer = answer });
    }

    /// <summary>Writes a free text.</summary>
    public AnswerSheet Write(string question, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Answer(question, new TextAnswer { Value = text });
    }

    /// <summary>Marks a question N/A.</summary>
    public AnswerSheet NotApplicable(string question) => Answer(question, NotApplicableAnswer.Instance);

    /// <summary>Takes an answer away; a comment on the question stays.</summary>
    public AnswerSheet Clear(string question) => Put(question, entry => entry with { Answer = null });

    /// <summary>Comments on a question; null takes the comment away.</summary>
    public AnswerSheet Comment(string question, string? comment) => Put(question, entry => entry with { Comment = comment });

    /// <summary>Comments on the evaluation as a whole; null takes the comment away.</summary>
    public AnswerSheet CommentOverall(string? comment) => new(Entries, NotApplicableGroups, comment);

    /// <summary>Marks a group N/A as a whole, or takes the mark away.</summary>
    public AnswerSheet NotApplicableGroup(string group, bool isNotApplicable = true)
    {
        ArgumentNullException.ThrowIfNull(group);
        ImmutableArray<string> others = NotApplicableGroups.Remove(group, StringComparer.Ordinal);
        return new(Entries, isNotApplicable ? others.Add(group) : others, OverallComment);
    }

    /// <summary>What was given for a question; null when nothing was.</summary>
    public AnswerEntry? EntryFor(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        int position = PositionOf(question);
        return position < 0 ? null : Entries[position];
    }

    /// <summary>The number of entries; never their content, which may be personal.</summary>
    public override string ToString() => $"answer sheet with {Entries.Length} entries";

    private AnswerSheet Put(string question, Func<AnswerEntry, AnswerEntry> change)
    {
        ArgumentNullException.ThrowIfNull(question);
        int position = PositionOf(question);
        ImmutableArray<AnswerEntry> entries = position < 0
            ? Entries.Add(change(new AnswerEntry { Question = question }))
            : Entries.SetItem(position, change(Entries[position]));
        return new(entries, NotApplicableGroups, OverallComment);
    }

    private int PositionOf(string question)
    {
        for (int position = 0; position < Entries.Length; position++)
        {
            if (Entries[position].Question == question)
            {
                return position;
            }
        }

        return -1;
    }
}

using System.Collections.Immutable;
using QualityKit.Scoring;

namespace QualityKit.Wire;

/// <summary>An answer sheet as it is exchanged: <c>qualitykit.answers/1</c>.</summary>
internal static class AnswerSheetTable
{
    public const string Format = "qualitykit.answers/1";

    private static readonly ObjectTable<AnswerEntry> Entry =
        PartTables
            .Answer(
                new ObjectTable<AnswerEntry>("entry", () => new() { Question = "" }),
                isRequired: false,
                (entry, answer) => entry with { Answer = answer })
            .Optional("comment", Kinds.Text(Kinds.LongestAnswer), (entry, comment) => entry with { Comment = comment });

    public static ObjectTable<AnswerSheetParts> Table { get; } = new ObjectTable<AnswerSheetParts>("answers", () => new())
        .Constant("format", Format, isRequired: true)
        .Required("answers", new MapKind<AnswerEntry>(Kinds.Key, Entry, FormSize.MostQuestions),
            (parts, entries) => parts with { Entries = Named(entries) })
        .Optional("notApplicableGroups", Kinds.Array(Kinds.Key, most: FormSize.MostGroups),
            (parts, groups) => parts with { NotApplicableGroups = groups })
        .Optional("comment", Kinds.Text(Kinds.LongestAnswer), (parts, comment) => parts with { Comment = comment });

    private static ImmutableArray<AnswerEntry> Named(ImmutableArray<KeyValuePair<string, AnswerEntry>> entries) =>
        [.. entries.Select(entry => entry.Value with { Question = entry.Key })];
}

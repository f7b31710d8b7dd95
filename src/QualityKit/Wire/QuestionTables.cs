using QualityKit.Forms;

namespace QualityKit.Wire;

/// <summary>The kinds of questions.</summary>
internal static class QuestionTables
{
    public static ObjectTable<ChoiceQuestion> Choice { get; } =
        Scored(new ObjectTable<ChoiceQuestion>("choice", () => new() { Key = "", Text = LocalizedText.Empty }), "choice")
            .Optional("preset", Kinds.Choice(FormNames.Presets), (question, preset) => question with { Preset = preset })
            .Required("options", Kinds.Array(OptionTables.Choice), (question, options) => question with { Options = options });

    public static ObjectTable<MultiSelectQuestion> MultiSelect { get; } =
        Scored(new ObjectTable<MultiSelectQuestion>("multiSelect", () => new() { Key = "", Text = LocalizedText.Empty }), "multiSelect")
            .Required("options", Kinds.Array(OptionTables.Select), (question, options) => question with { Options = options })
            .Optional("cap", Kinds.NumberFromZero, (question, cap) => question with { Cap = cap });

    public static ObjectTable<NumberQuestion> Number { get; } =
        Scored(new ObjectTable<NumberQuestion>("number", () => new() { Key = "", Text = LocalizedText.Empty }), "number")
            .Optional("step", Kinds.NumberAboveZero, (question, step) => question with { Step = step }, 1)
            .Required("ranges", Kinds.Array(OptionTables.Range), (question, ranges) => question with { Ranges = ranges });

    public static ObjectTable<TextQuestion> Text { get; } =
        Unscored(new ObjectTable<TextQuestion>("text", () => new() { Key = "", Text = LocalizedText.Empty }), "text")
            .Optional("maxLength", Kinds.Integer(1, Kinds.LongestAnswer), (question, length) => question with { MaxLength = length }, 4000);

    public static ObjectTable<DateQuestion> Date { get; } =
        Unscored(new ObjectTable<DateQuestion>("date", () => new() { Key = "", Text = LocalizedText.Empty }), "date");

    public static ObjectTable<InformationBlock> Information { get; } =
        Start(new ObjectTable<InformationBlock>("information", () => new() { Key = "", Text = LocalizedText.Empty }), "information")
            .Optional("visibleWhen", ConditionTable.Table, (block, condition) => block with { VisibleWhen = condition });

    private static ObjectTable<T> Scored<T>(ObjectTable<T> table, string type)
        where T : ScoredQuestion
    {
        ObjectTable<T> weighted = Start(table, type)
            .Optional("weight", Kinds.NumberFromZero, (question, weight) => question with { Weight = weight }, 1);
        ObjectTable<T> flagged = Answerable(weighted, isRequired: true)
            .Optional("critical", Kinds.Boolean, (question, value) => question with { IsCritical = value }, false)
            .Optional("fatal", Kinds.Boolean, (question, value) => question with { IsFatal = value }, false)
            .Optional("bonus", Kinds.Boolean, (question, value) => question with { IsBonus = value }, false)
            .Optional("failureScope", PartTables.Scope, (question, scope) => question with { FailureScope = scope }, "form")
            .Optional("excluded", Kinds.Boolean, (question, value) => question with { IsExcluded = value }, false);
        return Ending(flagged);
    }

    private static ObjectTable<T> Unscored<T>(ObjectTable<T> table, string type)
        where T : AnswerableQuestion => Ending(Answerable(Start(table, type), isRequired: false));

    private static ObjectTable<T> Start<T>(ObjectTable<T> table, string type)
        where T : Question =>
        table
            .Constant("type", type, isRequired: true)
            .Required("key", Kinds.Key, (question, key) => question with { Key = key })
            .Required("text", PartTables.Text, (question, text) => question with { Text = text })
            .Optional("help", PartTables.Text, (question, help) => question with { Help = help });

    private static ObjectTable<T> Answerable<T>(ObjectTable<T> table, bool isRequired)
        where T : AnswerableQuestion =>
        table
            .Optional("allowsNotApplicable", Kinds.Boolean, (question, value) => question with { AllowsNotApplicable = value }, false)
            .Optional("required", Kinds.Boolean, (question, value) => question with { IsRequired = value }, isRequired)
            .Optional("comment", Kinds.Choice(FormNames.CommentRules), (question, rule) => question with { Comment = rule }, "never");

    private static ObjectTable<T> Ending<T>(ObjectTable<T> table)
        where T : AnswerableQuestion =>
        table
            .Optional("visibleWhen", ConditionTable.Table, (question, condition) => question with { VisibleWhen = condition })
            .Optional("tags", Kinds.Array(Kinds.Key), (question, tags) => question with { Tags = tags })
            .Optional("default", PartTables.Default, (question, answer) => question with { Default = answer });
}

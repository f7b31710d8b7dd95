using QualityKit.Forms;

namespace QualityKit.Wire;

/// <summary>Groups and what they hold.</summary>
internal static class ItemTables
{
    public static ObjectTable<Group> Group { get; } = new ObjectTable<Group>("group", () => new() { Key = "", Title = LocalizedText.Empty })
        .Constant("type", "group", isRequired: false)
        .Required("key", Kinds.Key, (group, key) => group with { Key = key })
        .Required("title", PartTables.Text, (group, title) => group with { Title = title })
        .Optional("weight", Kinds.NumberFromZero, (group, weight) => group with { Weight = weight }, 1)
        .Optional("allowsNotApplicable", Kinds.Boolean, (group, value) => group with { AllowsNotApplicable = value }, false)
        .Optional("visibleWhen", ConditionTable.Table, (group, condition) => group with { VisibleWhen = condition })
        .Optional("bands", Kinds.Array(PartTables.Band), (group, bands) => group with { Bands = bands })
        .Required("items", Kinds.Array(new DeferredKind<FormItem>(() => Item!)), (group, items) => group with { Items = items });

    private static TypedObject<FormItem> Item { get; } = new(
        ("group", Group.As(group => (FormItem)group)),
        ("choice", QuestionTables.Choice.As(question => (FormItem)question)),
        ("multiSelect", QuestionTables.MultiSelect.As(question => (FormItem)question)),
        ("number", QuestionTables.Number.As(question => (FormItem)question)),
        ("text", QuestionTables.Text.As(question => (FormItem)question)),
        ("date", QuestionTables.Date.As(question => (FormItem)question)),
        ("information", QuestionTables.Information.As(question => (FormItem)question)));
}

using QualityKit.Forms;

namespace QualityKit.Wire;

/// <summary>What a question can be answered with: options and ranges.</summary>
internal static class OptionTables
{
    public static ObjectTable<ChoiceOption> Choice { get; } =
        new ObjectTable<ChoiceOption>("choiceOption", () => new() { Key = "", Text = LocalizedText.Empty })
            .Required("key", Kinds.Key, (option, key) => option with { Key = key })
            .Required("text", PartTables.Text, (option, text) => option with { Text = text })
            .Optional("points", Kinds.Number, (option, points) => option with { Points = points }, 0)
            .Optional("fails", PartTables.Scope, (option, scope) => option with { Fails = scope })
            .Optional("commentRequired", Kinds.Boolean, (option, value) => option with { RequiresComment = value }, false)
            .Optional("bonus", Kinds.Boolean, (option, value) => option with { IsBonus = value }, false);

    public static ObjectTable<SelectOption> Select { get; } =
        new ObjectTable<SelectOption>("selectOption", () => new() { Key = "", Text = LocalizedText.Empty })
            .Required("key", Kinds.Key, (option, key) => option with { Key = key })
            .Required("text", PartTables.Text, (option, text) => option with { Text = text })
            .Optional("points", Kinds.Number, (option, points) => option with { Points = points }, 0)
            .Optional("unselected", Kinds.Number, (option, points) => option with { UnselectedPoints = points }, 0)
            .Optional("fails", PartTables.Scope, (option, scope) => option with { Fails = scope })
            .Optional("commentRequired", Kinds.Boolean, (option, value) => option with { RequiresComment = value }, false);

    public static ObjectTable<NumberRange> Range { get; } =
        new ObjectTable<NumberRange>("range", () => new() { Minimum = 0, Maximum = 0 })
            .Required("minimum", Kinds.Number, (range, number) => range with { Minimum = number })
            .Required("maximum", Kinds.Number, (range, number) => range with { Maximum = number })
            .Optional("points", Kinds.Number, (range, points) => range with { Points = points }, 0)
            .Optional("fails", PartTables.Scope, (range, scope) => range with { Fails = scope })
            .Optional("commentRequired", Kinds.Boolean, (range, value) => range with { RequiresComment = value }, false)
            .Optional("bonus", Kinds.Boolean, (range, value) => range with { IsBonus = value }, false);
}

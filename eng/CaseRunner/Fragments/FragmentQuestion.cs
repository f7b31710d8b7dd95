using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Fragments;

/// <summary>What the question that a fragment is about is like. It is the first of the form.</summary>
internal static class FragmentQuestion
{
    public static FormDraft Type(FormDraft form, JsonElement type) => With(form, question => OfType(question, type.ToText()));

    /// <summary>The same question as one of a vendor's types.</summary>
    public static Question OfType(Question question, string type)
    {
        decimal weight = question is ScoredQuestion scored ? scored.Weight : 1;
        return type.ToUpperInvariant() switch
        {
            "SINGLESELECT" or "SINGLE" => question,
            "MULTISELECT" or "MULTI" => Ask.MultiSelect(question.Key, question.Text, ("yes", 1), ("no", 0)) with { Weight = weight },
            "NUMERIC" => Ask.Number(question.Key, question.Text, (0, 4, 0), (5, 9, 1)) with { Weight = weight },
            "TEXT" => new TextQuestion { Key = question.Key, Text = question.Text, MaxLength = 300 },
            "DATETIME" or "DATE" => new DateQuestion { Key = question.Key, Text = question.Text },
            _ => throw new UnsupportedCaseException($"the type `{type}` of a question is not understood"),
        };
    }

    // A number of options, or what each of them is like.
    public static FormDraft Options(FormDraft form, JsonElement options) => With(form, question => question switch
    {
        ChoiceQuestion choice => choice with { Options = [.. List(options).Select(Option)] },
        MultiSelectQuestion selection => selection with
        {
            Options = [.. List(options).Select(Option).Select(option => new SelectOption { Key = option.Key, Text = option.Text, Points = option.Points, Fails = option.Fails })],
        },
        _ => throw new UnsupportedCaseException("a question of that type has no options"),
    });

    // A number of ranges, or the ends of each.
    public static FormDraft Ranges(FormDraft form, JsonElement ranges) => With(form, question =>
        OfType(question, "NUMERIC") is NumberQuestion number ? number with { Ranges = [.. List(ranges).Select(Range)] } : question);

    public static FormDraft Minimum(FormDraft form, JsonElement minimum) => WithNumber(form, number =>
        number with { Ranges = number.Ranges.SetItem(0, number.Ranges[0] with { Minimum = minimum.ToDecimal(), Maximum = Math.Max(minimum.ToDecimal(), number.Ranges[0].Maximum) }) });

    public static FormDraft Maximum(FormDraft form, JsonElement maximum) => WithNumber(form, number =>
        number with { Ranges = number.Ranges.SetItem(number.Ranges.Length - 1, number.Ranges[^1] with { Maximum = maximum.ToDecimal() }) });

    public static FormDraft Points(FormDraft form, JsonElement points) => With(form, question => question switch
    {
        ChoiceQuestion choice => choice with { Options = choice.Options.SetItem(0, choice.Options[0] with { Points = points.ToDecimal() }) },
        MultiSelectQuestion selection => selection with { Options = selection.Options.SetItem(0, selection.Options[0] with { Points = points.ToDecimal() }) },
        NumberQuestion number => number with { Ranges = number.Ranges.SetItem(0, number.Ranges[0] with { Points = points.ToDecimal() }) },
        _ => throw new UnsupportedCaseException("a question of that type has no points"),
    });

    public static FormDraft Scores(FormDraft form, JsonElement scores) => With(form, question => question is ChoiceQuestion choice
        ? choice with { Options = [.. scores.ToList().Select((score, place) => new ChoiceOption { Key = $"o{place}", Text = $"o{place}", Points = score.ToDecimal() })] }
        : throw new UnsupportedCaseException("a question of that type has no list of scores"));

    // A form of bonus questions alone has nothing to come on top of.
    public static FormDraft Bonus(FormDraft form, JsonElement bonus)
    {
        if (bonus.ValueKind == JsonValueKind.Object)
        {
            bonus.OnlyHas("bonus question", "automaticFail", "autoFail");
            FormDraft marked = Bonus(form, JsonSerializer.SerializeToElement(true));
            return (bonus.Value("automaticFail") ?? bonus.Value("autoFail")) is { } fails ? Fails(marked, fails) : marked;
        }

        return bonus.ToFlag() ? WithCompanion(With(form, question => ((ScoredQuestion)question) with { IsBonus = true })) : form;
    }

    // An option of its own, so that the others still make something possible.
    public static FormDraft BonusOption(FormDraft form, JsonElement bonus) => !bonus.ToFlag() ? form : With(form, question => question switch
    {
        ChoiceQuestion choice => choice with { Options = choice.Options.Add(new() { Key = "bonus", Text = "bonus", Points = 2, IsBonus = true }) },
        NumberQuestion number => number with { Ranges = number.Ranges.SetItem(0, number.Ranges[0] with { IsBonus = true }) },
        _ => throw new UnsupportedCaseException("a bonus option of a question of that type is not offered"),
    });

    public static FormDraft Fails(FormDraft form, JsonElement fails) => !fails.ToFlag() ? form : With(form, question => question switch
    {
        ChoiceQuestion choice => choice with { Options = choice.Options.SetItem(1, choice.Options[1] with { Fails = FailureScope.Form }) },
        MultiSelectQuestion selection => selection with { Options = selection.Options.SetItem(1, selection.Options[1] with { Fails = FailureScope.Form }) },
        NumberQuestion number => number with { Ranges = number.Ranges.SetItem(0, number.Ranges[0] with { Fails = FailureScope.Form }) },
        _ => throw new UnsupportedCaseException("a question of that type cannot fail"),
    });

    public static FormDraft Optional(FormDraft form, JsonElement optional) => With(form, question => MakeOptional(question, optional.ToFlag()));

    /// <summary>The same question, N/A allowed or not: that is what optional means in Amazon Connect.</summary>
    public static Question MakeOptional(Question question, bool isOptional) =>
        question is AnswerableQuestion answerable ? answerable with { AllowsNotApplicable = isOptional, IsRequired = true } : question;

    public static FormDraft Key(FormDraft form, JsonElement key) => With(form, question => question with { Key = key.ToText() });

    public static FormDraft OptionKey(FormDraft form, JsonElement key) => WithOption(form, option => option with { Key = key.ToText() });

    public static FormDraft OptionText(FormDraft form, JsonElement text) => WithOption(form, option => option with { Text = text.ToText() });

    public static FormDraft Title(FormDraft form, JsonElement title) => With(form, question => question with { Text = title.ToText() });

    public static FormDraft Help(FormDraft form, JsonElement help) => With(form, question => question with { Help = help.ToText() });

    public static FormDraft AnswerLength(FormDraft form, JsonElement length) =>
        With(form, question => ((TextQuestion)OfType(question, "TEXT")) with { MaxLength = FragmentText.Count(length) });

    // A form needs a question that is scored: beside one that is not there is another with the weight.
    private static FormDraft With(FormDraft form, Func<Question, Question> change)
    {
        (FormDraft changed, ScoredQuestion? before, Question after) = Change(form, change);
        return before is null || after is ScoredQuestion
            ? changed
            : FragmentShape.WithItems(changed, changed.Groups[0].Items.Add(FragmentShape.Question(1000, before.Weight)));
    }

    private static (FormDraft Form, ScoredQuestion? Before, Question After) Change(FormDraft form, Func<Question, Question> change)
    {
        if (form.Groups[0].Items is not [Question first, .. var others])
        {
            throw new UnsupportedCaseException("the fragment has no question to say that of");
        }

        Question after = change(first);
        return (FragmentShape.WithItems(form, [after, .. others]), first as ScoredQuestion, after);
    }

    private static FormDraft WithCompanion(FormDraft form) =>
        FragmentShape.WithItems(form, form.Groups[0].Items.Add(FragmentShape.Question(1000, ((ScoredQuestion)form.Groups[0].Items[0]).Weight)));

    private static FormDraft WithNumber(FormDraft form, Func<NumberQuestion, NumberQuestion> change) =>
        With(form, question => change(question as NumberQuestion ?? (NumberQuestion)OfType(question, "NUMERIC")));

    private static FormDraft WithOption(FormDraft form, Func<ChoiceOption, ChoiceOption> change) => With(form, question => question is ChoiceQuestion choice
        ? choice with { Options = choice.Options.SetItem(0, change(choice.Options[0])) }
        : throw new UnsupportedCaseException("a question of that type has no such option"));

    private static ImmutableArray<JsonElement?> List(JsonElement parts) => parts.ValueKind == JsonValueKind.Array
        ? [.. parts.ToList().Select(part => (JsonElement?)part)]
        : [.. Enumerable.Repeat<JsonElement?>(null, FragmentText.Count(parts))];

    private static ChoiceOption Option(JsonElement? option, int place)
    {
        var plain = new ChoiceOption { Key = $"o{place}", Text = $"o{place}", Points = place == 0 ? 1 : 0 };
        switch (option)
        {
            case null: return plain;
            case { ValueKind: JsonValueKind.String } text: return plain with { Text = text.ToText() };
            case { ValueKind: JsonValueKind.Number } score: return plain with { Points = score.ToDecimal() };
        }

        option.Value.OnlyHas("option", "id", "refId", "text", "score", "points", "automaticFail", "fail");
        return plain with
        {
            Key = option.Value.OptionalText("refId") ?? option.Value.OptionalText("id") ?? plain.Key,
            Text = option.Value.OptionalText("text") ?? plain.Text.Text,
            Points = option.Value.OptionalDecimal("score") ?? option.Value.OptionalDecimal("points") ?? plain.Points,
            Fails = option.Value.Flag("automaticFail") || option.Value.Flag("fail") ? FailureScope.Form : null,
        };
    }

    private static NumberRange Range(JsonElement? range, int place)
    {
        if (range is not { } given)
        {
            return new() { Minimum = place, Maximum = place, Points = place == 0 ? 1 : 0 };
        }

        if (given.ValueKind == JsonValueKind.Array && given.ToList() is [var from, var to])
        {
            return new() { Minimum = from.ToDecimal(), Maximum = to.ToDecimal(), Points = place == 0 ? 1 : 0 };
        }

        given.OnlyHas("range", "min", "max", "minValue", "maxValue", "score", "points");
        return new()
        {
            Minimum = given.OptionalDecimal("min") ?? given.RequiredDecimal("minValue"),
            Maximum = given.OptionalDecimal("max") ?? given.RequiredDecimal("maxValue"),
            Points = given.OptionalDecimal("score") ?? given.OptionalDecimal("points") ?? (place == 0 ? 1 : 0),
        };
    }
}

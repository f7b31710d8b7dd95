using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Methods;

namespace QualityKit.Forms;

internal static partial class FormWriter
{
    private static void Text(CanonicalWriter writer, string name, string? text, string? unless = null)
    {
        if (text is not null && text != unless)
        {
            writer.Member(name, text);
        }
    }

    private static void Text(CanonicalWriter writer, string name, LocalizedText? text)
    {
        if (text is null)
        {
            return;
        }

        if (text.Translations.IsEmpty)
        {
            writer.Member(name, text.Text);
            return;
        }

        writer.BeginObject(name);
        writer.Member("text", text.Text);
        writer.BeginObject("translations");
        foreach ((string language, string translation) in text.Translations)
        {
            writer.Member(language, translation);
        }

        writer.EndObject();
        writer.EndObject();
    }

    private static void Number(CanonicalWriter writer, string name, decimal? number, decimal? unless = null)
    {
        if (number is { } value && value != unless)
        {
            writer.Member(name, value);
        }
    }

    private static void Flag(CanonicalWriter writer, string name, bool value, bool unless = false)
    {
        if (value != unless)
        {
            writer.Member(name, value);
        }
    }

    private static void Choice<T>(CanonicalWriter writer, string name, NameTable<T> names, T value, T? unless = null)
        where T : struct, Enum
    {
        if (unless is { } usual && EqualityComparer<T>.Default.Equals(value, usual))
        {
            return;
        }

        if (names.NameOf(value) is { } known)
        {
            writer.Member(name, known);
        }
        else
        {
            writer.Member(name, Convert.ToInt32(value, null));
        }
    }

    private static void Array<T>(CanonicalWriter writer, string name, ImmutableArray<T> items, Action<CanonicalWriter, T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        writer.BeginArray(name);
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.EndArray();
    }

    private static void Keys(CanonicalWriter writer, string name, ImmutableArray<string> keys)
    {
        writer.BeginArray(name);
        foreach (string key in keys)
        {
            writer.Value(key);
        }

        writer.EndArray();
    }

    private static void Scope(CanonicalWriter writer, string name, FailureScope? scope)
    {
        if (scope is null)
        {
            return;
        }

        if (scope.Kind != FailureScopeKind.NamedGroup)
        {
            writer.Member(name, FormNames.FailureScopes.NameOf(scope.Kind)!);
            return;
        }

        writer.BeginObject(name);
        Text(writer, "group", scope.GroupKey);
        writer.EndObject();
    }

    private static void Mark(CanonicalWriter writer, string name, Score? mark)
    {
        if (mark is not { } score)
        {
            return;
        }

        Fraction shown = score.Unit == ScoreUnit.Share ? score.Value * 100 : score.Value;
        string unit = FormNames.Marks.NameOf(score.Unit) ?? score.Unit.ToString();
        writer.BeginObject(name);
        if (ExactDecimal(shown) is { } number)
        {
            writer.Member(unit, number);
        }
        else
        {
            writer.Member(unit, shown.ToString());
        }

        writer.EndObject();
    }

    private static decimal? ExactDecimal(Fraction value)
    {
        if (Fraction.Abs(value) >= Fraction.From(1e28m))
        {
            return null;
        }

        decimal nearest = value.ToDecimal();
        return Fraction.From(nearest) == value ? nearest : null;
    }
}

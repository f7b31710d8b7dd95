using QualityKit.Forms;
using QualityKit.Reference;
using QualityKit.Scoring;
using QualityKit.Tests.Scoring;
using QualityKit.Tests.Wire;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Forms;

/// <summary>What holds of the differences between any two forms.</summary>
public sealed class FormDiffLawTests
{
    private static readonly string FullForm = File.ReadAllText(RepositoryFile.Path("tests/vectors/json/full-form.json"));

    [Fact]
    public void A_form_does_not_differ_from_itself_or_from_its_next_version()
    {
        EvaluationForm form = Frozen(FullForm)!;

        Assert.True(FormDiff.Between(form, form).IsEmpty);
        Assert.True(FormDiff.Between(form, new EvaluationForm(form.Edit())).IsEmpty);
        Assert.False(FormDiff.Between(form, form).CanChangeScores);
    }

    [Fact]
    public void Whatever_is_changed_in_a_form_with_every_member_is_told_where_it_is()
    {
        EvaluationForm before = Frozen(FullForm)!;
        var silent = FormMutations.Of(FullForm)
            .Where(mutation => Frozen(mutation.Form) is { } after && WithoutVersion(after) != WithoutVersion(before) && !Tells(FormDiff.Between(before, after), mutation.Pointer))
            .Select(mutation => mutation.Pointer)
            .ToList();

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_member_of_a_form_with_every_member_is_changed_by_these_tests()
    {
        EvaluationForm before = Frozen(FullForm)!;
        var untried = FormMutations.Of(FullForm)
            .Where(mutation => FormMutations.IsLeaf(FullForm, mutation.Pointer))
            .GroupBy(mutation => mutation.Pointer)
            .Where(mutations => mutations.All(mutation => Frozen(mutation.Form) is not { } after || after.Id == before.Id))
            .Select(mutations => mutations.Key);

        // Another type needs other members; FormDiffTests has those.
        Assert.Equal(["/format"], untried.Where(pointer => !pointer.EndsWith("/type", StringComparison.Ordinal)));
    }

    [Fact]
    public void Forms_differ_exactly_when_they_are_written_differently()
    {
        Assert.All(Pairs(), pair => Assert.Equal(WithoutVersion(pair.Before) == WithoutVersion(pair.After), FormDiff.Between(pair.Before, pair.After).IsEmpty));
    }

    [Fact]
    public void Backwards_the_same_changes_are_undone()
    {
        Assert.All(Pairs(), pair => Assert.Equal(
            FormDiff.Between(pair.Before, pair.After).Changes.Select(Forward).Order(StringComparer.Ordinal),
            FormDiff.Between(pair.After, pair.Before).Changes.Select(Backward).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Changes_of_wording_and_workflow_change_no_score()
    {
        int looked = 0;
        foreach (GeneratedCase generated in GeneratedCases.Many(25))
        {
            AnswerSheet sheet = AnswerSheetJson.Read(generated.Answers).Value;
            if (!FormJson.ReadPublished(generated.Form).TryGetValue(out EvaluationForm? before))
            {
                continue;
            }

            foreach ((string pointer, string mutated) in FormMutations.Of(generated.Form))
            {
                if (FormJson.ReadPublished(mutated).TryGetValue(out EvaluationForm? after)
                    && !FormDiff.Between(before, after).CanChangeScores
                    && sheet.Check(after).IsValid)
                {
                    looked++;
                    Assert.True(Results(before, sheet) == Results(after, sheet), $"QUALITYKIT_SEED={generated.Seed} {pointer}\n{FormDiff.Between(before, after)}{Results(before, sheet)}\n{Results(after, sheet)}");
                }
            }
        }

        Assert.True(GeneratedCases.AreFew || looked > 100, $"{looked} changes were looked at");
    }

    private static string Results(EvaluationForm form, AnswerSheet sheet)
    {
        Scorecard card = Scorer.Score(form, sheet);
        Scorecard preview = Scorer.Preview(form, WithHalf(sheet));
        return string.Join('|', Results(card), Results(preview));
    }

    // Half of the answers: what is required and missing is left out of a preview.
    private static AnswerSheet WithHalf(AnswerSheet sheet) => AnswerSheet.Of(sheet.Entries.Where((_, position) => position % 2 == 0));

    private static string Results(Scorecard card) => string.Join(
        ' ',
        card.Total?.Value.ToString(),
        card.RawTotal?.Value.ToString(),
        card.Critical?.Value.ToString(),
        card.NonCritical?.Value.ToString(),
        card.Outcome,
        card.Band is { } band ? $"{band.Minimum} {band.Top}" : "",
        string.Join(' ', card.Tags.Where(tag => tag.Score is not null).Select(tag => $"{tag.Tag} {tag.Score!.Value.Value}")),
        // A group of information alone has no score, so it can go without changing one.
        string.Join(' ', card.Groups.Where(group => group.Score is not null || group.Contribution is not null).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Score?.Value} {group.Contribution?.Value}")),
        string.Join(' ', card.Questions.Where(question => question.Contribution is not null).OrderBy(question => question.Key, StringComparer.Ordinal)
            .Select(question => $"{question.Key} {question.Contribution!.Value.Value}")));

    private static IEnumerable<(EvaluationForm Before, EvaluationForm After)> Pairs()
    {
        EvaluationForm full = Frozen(FullForm)!;
        foreach ((_, string mutated) in FormMutations.Of(FullForm))
        {
            if (Frozen(mutated) is { } after)
            {
                yield return (full, after);
            }
        }

        EvaluationForm[] generated = [.. GeneratedCases.Many(100).Select(one => Frozen(one.Form)!)];
        foreach ((EvaluationForm before, EvaluationForm after) in generated.Zip(generated.Skip(1)))
        {
            yield return (before, after);
            yield return (before, Frozen(FormJson.WriteText(before))!);
        }
    }

    // Frozen unchecked: whether a form is valid does not matter to what differs.
    private static EvaluationForm? Frozen(string json) => FormJson.Read(json).TryGetValue(out FormDraft? draft) ? new EvaluationForm(draft) : null;

    private static string WithoutVersion(EvaluationForm form) => FormJson.WriteText(form.Edit() with { Version = 1 });

    // At the place itself, around it (the order there, or what came or went as a whole), or inside it.
    private static bool Tells(FormDiff diff, string pointer) => diff.Changes.Any(change =>
        pointer.StartsWith(change.Pointer, StringComparison.Ordinal) || change.Pointer.StartsWith(pointer, StringComparison.Ordinal)
        || Parent(pointer) == Parent(change.Pointer));

    private static string Parent(string pointer) => pointer[..pointer.LastIndexOf('/')];

    private static string Forward(FormChange change) =>
        string.Join('|', change.Code, change.Effect, change.Subject, Order(change) ? "" : FormWriter.TextOf(change.Before), Order(change) ? "" : FormWriter.TextOf(change.After));

    private static string Backward(FormChange change)
    {
        string code = change.Code.EndsWith(".added", StringComparison.Ordinal) ? change.Code[..^5] + "removed"
            : change.Code.EndsWith(".removed", StringComparison.Ordinal) ? change.Code[..^7] + "added"
            : change.Code;
        return string.Join('|', code, change.Effect, change.Subject, Order(change) ? "" : FormWriter.TextOf(change.After), Order(change) ? "" : FormWriter.TextOf(change.Before));
    }

    // What was also renamed goes by its new name in an order.
    private static bool Order(FormChange change) => change.Code.EndsWith(".order", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Items;

/// <summary>A form made of items, and the answers that they say were given.</summary>
internal sealed record ItemForm
{
    public required ScoringMethod Method { get; init; }

    public required ImmutableArray<ItemGroup> Groups { get; init; }

    public PassRule? Pass { get; init; }

    public ImmutableArray<ScoreRule> Rules { get; init; } = [];

    public ImmutableArray<Band> Bands { get; init; } = [];

    /// <summary>Items in one group.</summary>
    public static ItemForm Of(ScoringMethod method, IEnumerable<Item> items) => new() { Method = method, Groups = [ItemGroup.Of(items)] };

    /// <summary>The scorecard; its questions are in the order of the items.</summary>
    public Scorecard Score()
    {
        var answers = AnswerSheet.Empty;
        int count = 0;
        var groups = ImmutableArray.CreateBuilder<Group>();
        foreach (ItemGroup group in Groups)
        {
            groups.Add(Build(group, ref count, ref answers));
        }

        FormDraft draft = EvaluationForm.Draft("Case") with
        {
            Method = Method,
            Pass = Pass,
            Rules = Rules,
            Bands = Bands,
            Groups = groups.ToImmutable(),
        };
        return Scorer.Score(draft.Publish().Value, answers);
    }

    private static Group Build(ItemGroup source, ref int count, ref AnswerSheet answers)
    {
        var items = ImmutableArray.CreateBuilder<FormItem>();
        foreach (Item item in source.Items)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"q{++count:000}");
            items.Add(item.ToQuestion(key));
            answers = item switch
            {
                { IsNotApplicable: true } => answers.NotApplicable(key),
                { Points: { } points } => answers.Answer(key, item.OptionWorth(points)),
                _ => answers,
            };
        }

        foreach (ItemGroup inner in source.Groups)
        {
            items.Add(Build(inner, ref count, ref answers));
        }

        return new() { Key = source.Key, Title = source.Key, Weight = source.Weight, Items = items.ToImmutable() };
    }
}

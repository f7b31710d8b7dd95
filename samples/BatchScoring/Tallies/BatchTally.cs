using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Tallies;

/// <summary>What a whole batch comes to: grows with the number of agents, not with the number of chats.</summary>
internal sealed class BatchTally
{
    private readonly Dictionary<string, Tally> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<SkipReason, long> _skipped = [];
    private readonly Dictionary<string, long> _bands = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Mean> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuestionTally> _questions;

    public BatchTally(EvaluationForm form)
    {
        Form = form;
        _questions = form.Questions.OfType<ScoredQuestion>().Where(question => !question.IsExcluded)
            .ToDictionary(question => question.Key, question => new QuestionTally { Question = question }, StringComparer.Ordinal);
    }

    public EvaluationForm Form { get; }

    public Tally Overall { get; private set; } = Tally.Empty;

    public long Damaged { get; private set; }

    public long Skipped => _skipped.Values.Sum();

    public long Scored => Overall.Chats;

    public long Chats => Scored + Skipped;

    /// <summary>The chat with the lowest total, of several the one with the lowest id; null before the first.</summary>
    public ScoredChat? Worst { get; private set; }

    /// <summary>Every agent with a score, the one with the lowest mean first; of equal means the lower id.</summary>
    public IEnumerable<(string Agent, Tally Tally)> Agents =>
        _agents.Select(agent => (agent.Key, agent.Value))
            .OrderBy(agent => InOrder(agent.Value.Average.Mean!.Value))
            .ThenBy(agent => agent.Key, StringComparer.Ordinal);

    /// <summary>The bands of the form with the number of chats in each, then the chats in no band if there are any.</summary>
    public IEnumerable<(string Band, long Chats)> Bands =>
        Form.Bands.Select(band => band.Name.Text).Distinct(StringComparer.Ordinal).Select(band => (band, _bands.GetValueOrDefault(band)))
            .Concat(_bands.Where(band => band.Key.Length == 0).Select(band => ("none", band.Value)));

    /// <summary>The mean of each tag's score over the chats in which it counts.</summary>
    public IEnumerable<KeyValuePair<string, Mean>> Tags => _tags.Where(tag => tag.Value.Count > 0);

    /// <summary>The questions, the one that lost the most first; of equal losses in the order of the form.</summary>
    public IEnumerable<QuestionTally> Questions =>
        Form.Questions.Where(question => _questions.ContainsKey(question.Key))
            .Select(question => _questions[question.Key])
            .OrderByDescending(question => question.Lost);

    public long SkippedFor(SkipReason reason) => _skipped.GetValueOrDefault(reason);

    public void Add(ChatResult result)
    {
        switch (result)
        {
            case ScoredChat scored:
                AddScore(scored);
                break;
            case SkippedChat skipped:
                _skipped[skipped.Reason] = SkippedFor(skipped.Reason) + 1;
                break;
            default:
                Damaged++;
                break;
        }
    }

    private void AddScore(ScoredChat scored)
    {
        Scorecard card = scored.Card;
        Overall = Overall.Add(card);
        _agents[scored.Chat.Agent] = _agents.GetValueOrDefault(scored.Chat.Agent, Tally.Empty).Add(card);
        string band = card.Band?.Name.Text ?? "";
        _bands[band] = _bands.GetValueOrDefault(band) + 1;
        foreach (QuestionScore question in card.Questions.Where(question => _questions.ContainsKey(question.Key)))
        {
            _questions[question.Key] = _questions[question.Key].Add(card, question);
        }

        foreach (TagScore tag in card.Tags)
        {
            Mean mean = _tags.GetValueOrDefault(tag.Tag, Mean.Empty);
            _tags[tag.Tag] = tag.Score is { } score ? mean.Add(score.Value) : mean;
        }

        Worst = Worst is null || IsWorse(scored, Worst) ? scored : Worst;
    }

    private static bool IsWorse(ScoredChat chat, ScoredChat other)
    {
        int order = InOrder(chat.Card.Total!.Value).CompareTo(InOrder(other.Card.Total!.Value));
        return order < 0 || (order == 0 && chat.Chat.DialogueId < other.Chat.DialogueId);
    }

    // Worst first: of grades the highest is the worst.
    private static Fraction InOrder(Score score) => score.Unit == ScoreUnit.Grade ? -score.Value : score.Value;
}

using System.Globalization;
using BatchScoring.Chats;
using BatchScoring.Tallies;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace BatchScoring.Stored;

/// <summary>Stores a batch, chat by chat, and reads back what the report is made of. A chat that is there already changes nothing.</summary>
internal sealed class StoredBatch(QualityFile file, EvaluationForm form)
{
    // Where each chat stands in the input; that is not stored.
    private readonly Dictionary<string, ChatResult> _seen = new(StringComparer.Ordinal);

    /// <summary>How many interactions and evaluations were not there before.</summary>
    public int Added { get; private set; }

    public async Task PublishAsync() =>
        await file.Forms.PublishAsync(await file.As("designer"), form.Edit() with { Version = form.Version }, command: new CommandId($"publish-{form.Id}"));

    public async Task AddAsync(ChatResult result)
    {
        switch (result)
        {
            case ScoredChat scored:
                await ReportAsync(scored, scored.Chat, ChatInteraction.Scored);
                await EvaluateAsync(scored);
                break;
            case SkippedChat skipped:
                await ReportAsync(skipped, skipped.Chat, ChatInteraction.NameOf(skipped.Reason));
                break;
            default:
                break;
        }
    }

    /// <summary>What the file says of the chats of this batch.</summary>
    /// <param name="damaged">Lines that were no chats: they are not stored.</param>
    public async Task<BatchTally> ReadAsync(IEnumerable<DamagedLine> damaged)
    {
        var tally = new BatchTally(form);
        Actor reader = await file.As("platform");
        await foreach (EvaluationSummary summary in ListAsync(reader))
        {
            if (summary.Form == form.Id && summary.Interaction is { } chat && _seen.TryGetValue(chat.Value, out ChatResult? seen) && seen is ScoredChat scored)
            {
                EvaluationDetails details = await file.Evaluations.GetAsync(reader, summary.Id);
                tally.Add(scored with { Card = details.Scorecard! });
            }
        }

        foreach (SkipReason reason in Enum.GetValues<SkipReason>())
        {
            await foreach (Interaction skipped in file.Interactions.SearchAsync(reader, ChatInteraction.Result, AttributeValue.Of(ChatInteraction.NameOf(reason))))
            {
                if (_seen.TryGetValue(skipped.Id.Value, out ChatResult? seen))
                {
                    tally.Add(seen);
                }
            }
        }

        foreach (DamagedLine line in damaged)
        {
            tally.Add(line);
        }

        return tally;
    }

    /// <summary>What is said of the file, and whether its audit is in order.</summary>
    public async Task<(string Text, bool IsInOrder)> DescribeAsync()
    {
        AuditReport audit = await file.VerifyAsync();
        string state = audit.IsClean ? "verified" : $"NOT in order: {string.Join("; ", audit.Issues.Take(3))}";
        string added = Added == 0 ? "nothing new" : $"{Added.ToString("N0", CultureInfo.InvariantCulture)} interactions and evaluations added";
        return (string.Create(CultureInfo.InvariantCulture, $"{added}; audit of {audit.Entries:N0} entries {state}"), audit.IsClean);
    }

    private async Task ReportAsync(ChatResult result, Chat chat, string outcome)
    {
        Interaction interaction = ChatInteraction.Of(QualityFile.Tenant, chat, outcome);
        InteractionReceipt receipt = await file.Interactions.ReportAsync(await file.As("platform"), interaction);
        Added += receipt.HasChanged ? 1 : 0;
        _seen[interaction.Id.Value] = result;
    }

    // The id of the command is that of the chat and the form: the same chat is evaluated once, whoever runs this again, and goes on where it was cut off.
    private async Task EvaluateAsync(ScoredChat scored)
    {
        InteractionId interaction = ChatInteraction.IdOf(scored.Chat.DialogueId);
        var command = new CommandId($"evaluate-{interaction}-{form.Id}");
        var planned = new NewEvaluation
        {
            Id = command,
            Kind = EvaluationKind.Quality,
            Subject = Subject.Of(ChatInteraction.PersonOf(scored.Chat)),
            Interaction = interaction,
            Evaluator = QualityFile.Observer,
        };
        if (await StatusAsync(planned.IdIn(QualityFile.Tenant)) is not (null or EvaluationStatus.Pending or EvaluationStatus.InProgress))
        {
            return;
        }

        EvaluationId evaluation = await file.Evaluations.CreateAsync(await file.As("planner"), form.Id, planned);
        await file.Evaluations.SubmitAsync(await file.As(QualityFile.Observer.Value), evaluation, scored.Card.Answers.Sheet, command: new CommandId($"submit-{interaction}-{form.Id}"));
        Added++;
    }

    private async Task<EvaluationStatus?> StatusAsync(EvaluationId evaluation)
    {
        try
        {
            return (await file.Evaluations.GetAsync(await file.As("platform"), evaluation)).Status;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<EvaluationSummary> ListAsync(Actor reader)
    {
        string? next = null;
        do
        {
            EvaluationPage page = await file.Evaluations.ListAsync(reader, EvaluationList.All, next);
            foreach (EvaluationSummary summary in page.Evaluations)
            {
                yield return summary;
            }

            next = page.Next;
        }
        while (next is not null);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Genesys;

/// <summary>Reads a question group of Genesys Cloud.</summary>
/// <param name="context">What is known of the document.</param>
/// <param name="position">The place of the group in the form, from 0, which predicates speak of.</param>
internal sealed class GenesysGroupReader(ImportContext context, int position)
{
    public Group Read(SourceObject source)
    {
        string name = source.RequiredText("name");
        (ImmutableArray<string> ids, string? contextId) = GenesysFormReader.Ids(source);
        string key = context.GroupKey(source, name, ids, contextId);
        ReadType(source);
        var visibility = GenesysVisibilityReader.Of(source, context, position);
        context.Later(isGroup: true, key, () => visibility?.Read());
        DefaultAnswer prefill = GenesysPrefill.Read(source);
        return new()
        {
            Key = key,
            Title = name,
            Weight = Weight(source),
            AllowsNotApplicable = source.Flag("naEnabled"),
            Items = [.. source.RequiredObjects("questions").Select((question, place) => Question(question, place, prefill))],
        };
    }

    private static void ReadType(SourceObject source)
    {
        if (source.Text("type") is { } type && type != "questionGroup")
        {
            source.LeaveOut("type");
        }
    }

    // All weights here are the author's; that Genesys distributed some is only how they came about.
    private static decimal Weight(SourceObject source)
    {
        if (!source.Flag("manualWeight", unless: true))
        {
            source.LeaveOut("manualWeight");
        }

        if (source.Number("weight") is { } weight)
        {
            return weight;
        }

        source.Lose(IssueCodes.NumberAssumed, null, ("member", "weight"), ("value", 1));
        return 1;
    }

    private Question Question(SourceObject source, int place, DefaultAnswer prefill)
    {
        var reader = new GenesysQuestionReader(context, source);
        ImportedQuestion question = reader.Read(prefill);
        context.Questions[PathOf(position, place)] = question;
        var visibility = GenesysVisibilityReader.Of(source, context, position);
        context.Later(isGroup: false, question.Key, () => visibility?.Read());
        return question.Question;
    }

    public static string PathOf(int group, int question) => string.Create(CultureInfo.InvariantCulture, $"{group}/{question}");
}

using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>The lines of one step as they are found.</summary>
internal sealed class DiffLines(ScoreUnit unit)
{
    private readonly ImmutableArray<ScoreDiffLine>.Builder _lines = ImmutableArray.CreateBuilder<ScoreDiffLine>();

    public ImmutableArray<ScoreDiffLine> ToImmutable() => _lines.ToImmutable();

    /// <summary>A line about a question, a group or the form; what is null is left out.</summary>
    public void Add(ScoreDiffCause cause, string subject, Fraction? amount, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var typed = ImmutableArray.CreateBuilder<MessageArgument>();
        foreach ((string name, object? value) in arguments)
        {
            if (value is not null)
            {
                typed.Add(new() { Name = name, Value = value });
            }
        }

        _lines.Add(new ScoreDiffLine
        {
            Cause = cause,
            Subject = subject,
            Amount = amount is { } number ? new Score(number, unit) : null,
            Arguments = typed.ToImmutable(),
        });
    }

    public void Add(ScoreDiffCause cause, Question question, Fraction? amount, object? before = null, object? after = null) =>
        Add(cause, question.Key, amount, ("name", question.Text), ("before", before), ("after", after));
}

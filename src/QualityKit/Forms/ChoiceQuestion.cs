using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>One option out of several. Yes/no, pass/fail and a range of numbers are presets of it.</summary>
public sealed record ChoiceQuestion : ScoredQuestion
{
    /// <summary>The options, in order; at least two.</summary>
    public ImmutableArray<ChoiceOption> Options { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How it is shown; default a list.</summary>
    public ChoicePreset Preset { get; init; } = ChoicePreset.None;

    /// <summary>The same question, in which choosing one of these options fails the whole form.</summary>
    /// <param name="options">Keys of its options.</param>
    /// <exception cref="ArgumentException">The question has no such option.</exception>
    public ChoiceQuestion FailsOn(params string[] options) => FailsOn(FailureScope.Form, options);

    /// <summary>The same question, in which choosing one of these options fails a scope.</summary>
    /// <param name="scope">What fails.</param>
    /// <param name="options">Keys of its options.</param>
    /// <exception cref="ArgumentException">The question has no such option.</exception>
    public ChoiceQuestion FailsOn(FailureScope scope, params string[] options)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(options);
        string? unknown = options.FirstOrDefault(key => Options.All(option => option.Key != key));
        return unknown is null
            ? this with { Options = [.. Options.Select(option => options.Contains(option.Key) ? option with { Fails = scope } : option)] }
            : throw new ArgumentException($"the question `{Key}` has no option `{unknown}`", nameof(options));
    }

    internal override string Takes => "one option";
}

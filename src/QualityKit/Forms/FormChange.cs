using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>One thing that changed between two versions of a form.</summary>
public sealed record FormChange
{
    /// <summary>What changed: <c>change.question.weight</c> is the member <c>weight</c> of a question as docs/form-format.md names it; docs/differences.md lists all.</summary>
    public required string Code { get; init; }

    /// <summary>What it can do.</summary>
    public required FormChangeEffect Effect { get; init; }

    /// <summary>Where it is, as a JSON pointer into the later form; of what was removed, into the earlier one.</summary>
    public required string Pointer { get; init; }

    /// <summary>The key of the question or group that changed, or that the changed option, range or band belongs to; empty for the form.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The values that the sentence speaks of, by name: <c>name</c> is what people call the subject, <c>before</c> and <c>after</c> what changed.</summary>
    public ImmutableArray<MessageArgument> Arguments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it was; null when there was none, and for what was added or removed as a whole.</summary>
    /// <remarks>A string, an integer, a decimal, a boolean, a <see cref="Methods.Score"/>, a <see cref="Condition"/>, a <see cref="FailureScope"/>,
    /// a <see cref="DefaultAnswer"/>, a value of an enumeration of forms or methods, or an immutable array of strings or of <see cref="DisputeAssignee"/>.</remarks>
    public object? Before => Argument("before");

    /// <summary>What it is now; null when there is none, and for what was added or removed as a whole. The types are those of <see cref="Before"/>.</summary>
    public object? After => Argument("after");

    /// <summary>The change in a sentence.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => new ChangeWords(catalogue ?? MessageCatalogue.English).Sentence(this);

    /// <summary>The change in an English sentence.</summary>
    public override string ToString() => ToText();

    private object? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}

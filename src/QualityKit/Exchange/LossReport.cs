using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>What became different while a document was turned into another. It knows every object that was looked at, so that nothing is lost unsaid.</summary>
/// <param name="target">What the result is called in a message.</param>
/// <param name="untakenCode">The code for a member that nobody asked for.</param>
internal sealed class LossReport(string target, string untakenCode)
{
    /// <summary>How many are listed; a hostile document could otherwise hold millions.</summary>
    public const int Most = 10_000;

    private readonly IssueList _losses = new();
    private readonly List<SourceObject> _sources = [];

    /// <summary>What the result is called in a message.</summary>
    public string Target { get; } = target;

    /// <summary>Takes note of an object whose members must all be accounted for.</summary>
    public void Watch(SourceObject source) => _sources.Add(source);

    public void Add(string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (_losses.Count < Most)
        {
            _losses.Warning(code, pointer, arguments);
        }
        else if (_losses.Count == Most)
        {
            _losses.Warning(IssueCodes.TooManyLosses, "", ("count", Most));
        }
    }

    /// <summary>A member that has no equal in the target.</summary>
    public void AddLeftOut(Place owner, string member, JsonElement value) => AddMember(IssueCodes.MemberLeftOut, owner, member, value);

    /// <summary>Everything that was reported, and every member of a watched object that nobody asked for.</summary>
    public ImmutableArray<Issue> Close()
    {
        foreach (SourceObject source in _sources)
        {
            foreach ((string name, JsonElement value) in source.Untaken())
            {
                AddMember(untakenCode, source.Place, name, value);
            }
        }

        return [.. _losses.ToImmutable().DistinctBy(What).Order(PointerOrder.Instance)];
    }

    // A condition that is passed on to several items is lost as often.
    private static (string Code, string Pointer, string Arguments) What(Issue loss) =>
        (loss.Code, loss.Pointer, string.Join('\n', loss.Arguments.Select(argument => argument.Value)));

    private void AddMember(string code, Place owner, string member, JsonElement value) =>
        Add(
            code,
            owner.Member(member).Pointer,
            ("member", Quoted.Short(member)),
            ("value", Quoted.Short(value.GetRawText())),
            ("target", Target));
}

using System.Globalization;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Where in a document something is.</summary>
internal sealed class Place
{
    private readonly Place? _parent;
    private readonly string? _member;
    private readonly int _position;

    private Place(ReadIssues issues, Place? parent, string? member, int position)
    {
        Issues = issues;
        _parent = parent;
        _member = member;
        _position = position;
    }

    public ReadIssues Issues { get; }

    /// <summary>The JSON pointer (RFC 6901); empty for the document.</summary>
    public string Pointer
    {
        get
        {
            var segments = new Stack<string>();
            for (Place place = this; place._parent is not null; place = place._parent)
            {
                string segment = place._member ?? place._position.ToString(CultureInfo.InvariantCulture);
                segments.Push("/" + IssueList.Escape(segment));
            }

            return string.Concat(segments);
        }
    }

    public static Place Root(ReadIssues issues) => new(issues, null, null, 0);

    public Place Member(string name) => new(Issues, this, name, 0);

    public Place Element(int position) => new(Issues, this, null, position);

    /// <inheritdoc cref="ReadIssues.Report"/>
    public void Report(string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Issues.Report(code, this, arguments);
}

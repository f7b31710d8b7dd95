using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>What came of opening or closing a session. The same command again gets the same receipt.</summary>
public sealed record CalibrationReceipt
{
    /// <summary>The session.</summary>
    public required CalibrationSessionId Session { get; init; }

    /// <summary>Who evaluates, beside the expert.</summary>
    public required ImmutableArray<PersonId> Evaluators { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many evaluations were asked for.</summary>
    public required int Asked { get; init; }

    /// <summary>Who had not submitted everything when it was closed; nobody before.</summary>
    public ImmutableArray<MissingEvaluator> Missing { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The session and how many.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Session}: {Asked} evaluations by {string.Join(", ", Evaluators)}; missing {string.Join(", ", Missing)}");
}

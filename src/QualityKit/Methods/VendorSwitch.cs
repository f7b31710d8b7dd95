using QualityKit.Validation;

namespace QualityKit.Methods;

/// <summary>A point that a vendor leaves open, or a setting that it offers: the profile's method decides it one way, this method the other.</summary>
public sealed record VendorSwitch
{
    /// <summary>Which point it is, one of <see cref="VendorSwitchCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The method with the point decided the other way; the rest is that of the profile.</summary>
    public required ScoringMethod Method { get; init; }

    /// <summary>What is open, what the profile's method does, and what this one does, in English; <see cref="MessageCatalogue"/> has other languages.</summary>
    public string Description => MessageCatalogue.English.Format(Code, []);
}

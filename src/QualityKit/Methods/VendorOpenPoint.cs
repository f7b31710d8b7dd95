using QualityKit.Validation;

namespace QualityKit.Methods;

/// <summary>A point that a vendor leaves open and that no scoring method decides otherwise: the library does it one way, and numbers there may differ.</summary>
public sealed record VendorOpenPoint
{
    /// <summary>Which point it is, one of <see cref="VendorOpenPointCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What is open, and what is done here, in English; <see cref="MessageCatalogue"/> has other languages.</summary>
    public string Description => MessageCatalogue.English.Format(Code, []);
}

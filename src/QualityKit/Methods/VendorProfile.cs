using System.Collections.Immutable;

namespace QualityKit.Methods;

/// <summary>A vendor's way of scoring as its public documentation states it (docs/vendors.md): a method, where it is from, what is left open.</summary>
/// <remarks>A profile is for people who choose a method. Nothing looks at it, or at the name of a method, when a form is scored.</remarks>
public sealed partial record VendorProfile
{
    /// <summary>The name of the method among <see cref="VendorMethods"/>, such as <c>GenesysCloud</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The product, as its vendor calls it.</summary>
    public required string Vendor { get; init; }

    /// <summary>The method; edit it with a <c>with</c> expression.</summary>
    public required ScoringMethod Method { get; init; }

    /// <summary>The public pages that it follows.</summary>
    public required ImmutableArray<string> Sources { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What the vendor leaves open or makes a setting, each with the other method.</summary>
    public ImmutableArray<VendorSwitch> Switches { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the vendor leaves open and no method decides otherwise.</summary>
    public ImmutableArray<VendorOpenPoint> OpenPoints { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The average over evaluations that the vendor documents.</summary>
    public VendorAverage Average { get; init; }
}

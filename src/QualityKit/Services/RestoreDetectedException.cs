namespace QualityKit.Services;

/// <summary>Nothing is deleted: the store of the tenant went back to an older state, as a restored backup does, and nobody has reconciled it (<see cref="RestoreService"/>). Reading goes on.</summary>
public sealed class RestoreDetectedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="tenant">Whose store it is.</param>
    public RestoreDetectedException(string tenant)
        : base($"the store of `{tenant}` went back to an older state: nothing is deleted until somebody with the right reconciles it")
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Tenant = tenant;
    }

    /// <summary>Whose store it is.</summary>
    public string Tenant { get; }
}

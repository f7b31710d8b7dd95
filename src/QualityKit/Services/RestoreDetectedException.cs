using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Nothing is deleted: the store of the tenant went back to an older state, as a restored backup does, and nobody has reconciled it (<see cref="RestoreService"/>). Reading goes on.</summary>
public sealed class RestoreDetectedException : Exception
{
    /// <summary>Without details.</summary>
    public RestoreDetectedException()
    {
    }

    /// <summary>With a message.</summary>
    public RestoreDetectedException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public RestoreDetectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Of a tenant.</summary>
    internal RestoreDetectedException(TenantId tenant)
        : base($"the store of `{tenant}` went back to an older state: nothing is deleted until somebody with the right calls `RestoreService.ReconcileAfterRestoreAsync`")
    {
    }
}

namespace QualityKit.Auditing;

/// <summary>What a chain of audit entries is about: one evaluation, one form, one recording. Each has a chain of its own, so that commits about different things never wait for each other.</summary>
public sealed record AuditEntity : IComparable<AuditEntity>
{
    /// <summary>An entity.</summary>
    /// <param name="tenant">Whose: 1 to 512 characters.</param>
    /// <param name="kind">What it is, a code of 1 to 64 letters, digits, <c>-</c> or <c>.</c>.</param>
    /// <param name="id">Which: 1 to 512 characters. An id, never personal content.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public AuditEntity(string tenant, string kind, string id)
    {
        AuditText.GuardText(tenant, nameof(tenant));
        AuditText.GuardCode(kind, nameof(kind));
        AuditText.GuardText(id, nameof(id));
        (Tenant, Kind, Id) = (tenant, kind, id);
    }

    /// <summary>Whose it is. It is part of what is authenticated, so that no entry can be copied to another tenant.</summary>
    public string Tenant { get; }

    /// <summary>What it is.</summary>
    public string Kind { get; }

    /// <summary>Which.</summary>
    public string Id { get; }

    /// <summary>By tenant, kind, then id, character by character.</summary>
    public int CompareTo(AuditEntity? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int byTenant = string.CompareOrdinal(Tenant, other.Tenant);
        int byKind = byTenant != 0 ? byTenant : string.CompareOrdinal(Kind, other.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Kind and id.</summary>
    public override string ToString() => $"{Kind}/{Id}";

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(AuditEntity left, AuditEntity right) => Compare(left, right) < 0;

    /// <summary>Whether one comes before another or is it.</summary>
    public static bool operator <=(AuditEntity left, AuditEntity right) => Compare(left, right) <= 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(AuditEntity left, AuditEntity right) => Compare(left, right) > 0;

    /// <summary>Whether one comes after another or is it.</summary>
    public static bool operator >=(AuditEntity left, AuditEntity right) => Compare(left, right) >= 0;

    private static int Compare(AuditEntity left, AuditEntity right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.CompareTo(right);
    }
}

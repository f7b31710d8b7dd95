namespace QualityKit.Access;

/// <summary>Why something is allowed or denied; the words are in the message catalogue.</summary>
public static class AccessCodes
{
    /// <summary>Allowed: it is about the actor.</summary>
    public const string AllowedOwn = "access.allowed.own";

    /// <summary>Allowed: the actor works on it.</summary>
    public const string AllowedAssigned = "access.allowed.assigned";

    /// <summary>Allowed: the actor looks after whom it is about.</summary>
    public const string AllowedTeam = "access.allowed.team";

    /// <summary>Allowed: the actor looked after whom it is about.</summary>
    public const string AllowedFormerTeam = "access.allowed.formerTeam";

    /// <summary>Allowed: the role reaches everyone.</summary>
    public const string AllowedEveryone = "access.allowed.everyone";

    /// <summary>Denied: another tenant's. To the actor it is as if it did not exist.</summary>
    public const string DeniedTenant = "access.denied.tenant";

    /// <summary>Denied: no role of the actor allows it.</summary>
    public const string DeniedPermission = "access.denied.permission";

    /// <summary>Denied: a role allows it, but not for this one.</summary>
    public const string DeniedReach = "access.denied.reach";

    /// <summary>Denied: the folder of the form is not open to the role.</summary>
    public const string DeniedDirectory = "access.denied.directory";

    /// <summary>Denied: interactions of this kind are for other roles.</summary>
    public const string DeniedAttribute = "access.denied.attribute";

    /// <summary>Denied: they were refused so often lately that everything is.</summary>
    public const string DeniedRefusals = "access.denied.refusals";
}

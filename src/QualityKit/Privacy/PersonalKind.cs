namespace QualityKit.Privacy;

/// <summary>Whom a personal field is about or by.</summary>
public enum PersonalKind
{
    /// <summary>A customer.</summary>
    Customer = 0,

    /// <summary>Somebody of the contact center, by id.</summary>
    Staff = 1,

    /// <summary>Free text, which may be about anybody.</summary>
    FreeText = 2,
}

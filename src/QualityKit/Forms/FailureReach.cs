namespace QualityKit.Forms;

/// <summary>How far failures may reach under <see cref="FormLimits"/>.</summary>
public enum FailureReach
{
    /// <summary>The form, the own group, and any named group.</summary>
    Anywhere = 0,

    /// <summary>The form and the groups around the question.</summary>
    Around = 1,

    /// <summary>The form only.</summary>
    FormOnly = 2,
}

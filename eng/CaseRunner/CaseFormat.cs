namespace QualityKit.CaseRunner;

/// <summary>The formats of case files, told apart by their heads.</summary>
internal enum CaseFormat
{
    /// <summary>Forms, policies and scores of vendors; the head has <c>fields</c>.</summary>
    Vendors,

    /// <summary>Genesys products; the head has a <c>schema</c>.</summary>
    Genesys,

    /// <summary>Statistics; the head has a <c>comparison</c>.</summary>
    Statistics,

    /// <summary>The laws of ITU-T G.711; the file has <c>alaw</c> and <c>ulaw</c>, and is one case.</summary>
    Companding,

    /// <summary>Encrypted recordings and wrapped keys: a <c>format</c> of <c>recording-cases</c>, or Project Wycheproof's groups.</summary>
    Recordings,

    /// <summary>Anything else.</summary>
    Other,
}

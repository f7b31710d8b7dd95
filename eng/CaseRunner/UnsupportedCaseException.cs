namespace QualityKit.CaseRunner;

/// <summary>A case asks for what the library does not offer yet, or says something that is not understood; no answer is better than a guess.</summary>
internal sealed class UnsupportedCaseException(string why) : Exception(why);

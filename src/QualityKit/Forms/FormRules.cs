using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>What makes a form valid; every issue at once.</summary>
internal static class FormRules
{
    public static ImmutableArray<Issue> Check(FormDraft form) => [];
}

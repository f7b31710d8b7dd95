using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>Values and predicates speak of declared attributes only, and of values of their kind.</summary>
internal static class AttributeRules
{
    public static NameTable<AttributeKind> Kinds { get; } = new(
        (AttributeKind.Text, "text"), (AttributeKind.Number, "number"), (AttributeKind.Flag, "flag"), (AttributeKind.Instant, "instant"), (AttributeKind.Person, "person"));

    /// <summary>What was declared; null, and an issue, for nothing.</summary>
    public static AttributeDeclaration? Find(IssueList issues, AttributeSchema schema, string name, string pointer)
    {
        AttributeDeclaration? declared = schema.Find(name);
        if (declared is null)
        {
            issues.Error(IssueCodes.UnknownAttribute, pointer, ("attribute", name));
        }

        return declared;
    }

    public static void Check(IssueList issues, AttributeSchema schema, string name, IEnumerable<AttributeValue> values, string pointer)
    {
        if (Find(issues, schema, name, pointer) is { } declared)
        {
            foreach (AttributeValue value in values.Where(value => value.Kind != declared.Kind))
            {
                Mismatch(issues, declared, value.Kind, pointer);
            }
        }
    }

    public static void Mismatch(IssueList issues, AttributeDeclaration declared, AttributeKind found, string pointer) =>
        issues.Error(
            IssueCodes.AttributeKindMismatch, pointer, ("attribute", declared.Name), ("expected", Kinds.NameOf(declared.Kind)!), ("found", Kinds.NameOf(found)!));
}

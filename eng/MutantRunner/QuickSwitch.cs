using Mono.Cecil;
using Mono.Cecil.Cil;

namespace QualityKit.MutantRunner;

/// <summary>
/// Replaces what Stryker asks at every mutant. Its own code searches a list for each that is reached, so that a test which reaches thousands takes a thousand times as long;
/// this one marks a place in an array.
/// </summary>
internal static class QuickSwitch
{
    /// <summary>The field that is added to Stryker's class: a byte for each mutant while what is reached is wanted, else null.</summary>
    public const string Seen = "SeenMutants";

    /// <summary>Writes the assembly with the quicker question.</summary>
    public static void Install(string mutatedAssembly, string target)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(mutatedAssembly);
        TypeDefinition control = module.Types.Single(type => type.Name == "MutantControl");
        FieldDefinition active = control.Fields.Single(field => field.Name == "ActiveMutant");
        var seen = new FieldDefinition(Seen, FieldAttributes.Public | FieldAttributes.Static, new ArrayType(module.TypeSystem.Byte));
        control.Fields.Add(seen);
        MethodDefinition question = control.Methods.Single(method => method.Name == "IsActive");
        question.Body = new MethodBody(question);
        Write(question.Body.GetILProcessor(), active, seen);
        module.Write(target);
    }

    // SeenMutants is null ? id == ActiveMutant : Mark(id), which is false.
    private static void Write(ILProcessor il, FieldReference active, FieldReference seen)
    {
        Instruction isActive = il.Create(OpCodes.Ldarg_0);
        foreach (Instruction instruction in new[]
        {
            il.Create(OpCodes.Ldsfld, seen), il.Create(OpCodes.Brfalse_S, isActive),
            il.Create(OpCodes.Ldsfld, seen), il.Create(OpCodes.Ldarg_0), il.Create(OpCodes.Ldc_I4_1), il.Create(OpCodes.Stelem_I1),
            il.Create(OpCodes.Ldc_I4_0), il.Create(OpCodes.Ret),
            isActive, il.Create(OpCodes.Ldsfld, active), il.Create(OpCodes.Ceq), il.Create(OpCodes.Ret),
        })
        {
            il.Append(instruction);
        }
    }
}

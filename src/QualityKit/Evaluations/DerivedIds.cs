using System.Security.Cryptography;
using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Evaluations;

/// <summary>Ids that derive by hash from what brought them about, so that the same command twice makes the same ones.</summary>
internal static class DerivedIds
{
    public static EvaluationId Evaluation(TenantId tenant, CommandId command) => new(Of("evaluation", tenant.Value, command.Value));

    public static EvaluationId Imported(TenantId tenant, string system, string sourceId) => new(Of("import", tenant.Value, system, sourceId));

    public static CalibrationSessionId Session(TenantId tenant, CommandId command) => new(Of("session", tenant.Value, command.Value));

    /// <summary>The command that makes the evaluation of an interaction of a session by somebody.</summary>
    public static CommandId Calibration(CalibrationSessionId session, InteractionId interaction, PersonId evaluator) =>
        new(Of("calibration", session.Value, interaction.Value, evaluator.Value));

    /// <summary>What is recorded of an interaction of a session when it is closed, and the texts that go with it.</summary>
    public static EvaluationId Round(CalibrationSessionId session, InteractionId interaction) => new(Of("round", session.Value, interaction.Value));

    public static ContentId Content(EvaluationId evaluation, CommandId command, string place) => new(Of("content", evaluation.Value, command.Value, place));

    public static string Job(TenantId tenant, CommandId command) => Of("job", tenant.Value, command.Value);

    /// <summary>The command of one evaluation of a selection.</summary>
    public static CommandId Command(CommandId selection, EvaluationId evaluation) => new(Of("selection", selection.Value, evaluation.Value));

    /// <summary>The command that a run over many things gives to one of them.</summary>
    public static CommandId Command(CommandId run, string kind, string id) => new(Of(kind, run.Value, id));

    private static string Of(params ReadOnlySpan<string> parts)
    {
        var writer = new CanonicalWriter();
        writer.BeginArray();
        foreach (string part in parts)
        {
            writer.Value(part);
        }

        writer.EndArray();
        return Convert.ToHexStringLower(SHA256.HashData(writer.ToArray()))[..32];
    }
}

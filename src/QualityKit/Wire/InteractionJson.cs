using QualityKit.Interactions;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Interactions as JSON in the format <c>qualitykit.interaction/1</c> (docs/interactions.md).</summary>
/// <remarks>Equal interactions have equal bytes, so comparing what is written tells whether an interaction that comes again says anything new.
/// Reading never throws, whatever the bytes: everything that is wrong comes back at once.</remarks>
public static class InteractionJson
{
    private static readonly DocumentFormat<Interaction> Format = new(InteractionTable.Format, InteractionTable.Table, (_, _) => { });

    /// <summary>The JSON Schema (draft 2020-12) of the format, made from the tables that reading follows.</summary>
    public static string Schema => Format.Schema;

    /// <summary>The bytes of an interaction; its tenant is not among them.</summary>
    public static byte[] Write(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return InteractionWriter.Write(interaction, isIndented: false).ToArray();
    }

    /// <summary>An interaction as text.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    public static string WriteText(Interaction interaction, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return InteractionWriter.Write(interaction, indented).ToString();
    }

    /// <summary>Reads an interaction, strictly; <see cref="Interaction.Check"/> holds it against what was declared.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    public static Validated<Interaction> Read(TenantId tenant, ReadOnlySpan<byte> utf8)
    {
        var issues = new ReadIssues();
        return Of(tenant, Format.Read(utf8, issues), issues);
    }

    /// <inheritdoc cref="Read(TenantId, ReadOnlySpan{byte})"/>
    public static Validated<Interaction> Read(TenantId tenant, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var issues = new ReadIssues();
        return Of(tenant, Format.Read(json, issues), issues);
    }

    private static Validated<Interaction> Of(TenantId tenant, Interaction? interaction, ReadIssues issues) =>
        new(issues.HasErrors || interaction is null ? null : interaction with { Tenant = tenant }, issues.ToImmutable());
}

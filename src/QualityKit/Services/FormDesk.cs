using QualityKit.Forms;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>The form versions that evaluations are made with.</summary>
internal sealed class FormDesk(IDocumentStore documents)
{
    private readonly FormStore _forms = new(documents);

    /// <summary>A published version.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    public async ValueTask<EvaluationForm> GetAsync(TenantId tenant, FormVersionId form, CancellationToken cancellationToken) =>
        await _forms.FindAsync(tenant, form, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException("form version", form.Value ?? "");

    /// <summary>The batch that also requires a form not to be archived, so that nothing is created with it while somebody archives it.</summary>
    /// <exception cref="ValidationFailedException">It is archived.</exception>
    public async ValueTask<DocumentBatch> WithOpenAsync(DocumentBatch batch, EvaluationForm form, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(batch.Tenant, FormHead.KeyOf(form.Key), cancellationToken).ConfigureAwait(false) is not { } head)
        {
            throw new EntityNotFoundException("form", form.Key);
        }

        return FormHead.Read(head).IsArchived ? throw new ValidationFailedException([FormHead.ArchivedIssue(form.Key)]) : batch.Require(head.Key, head.Version);
    }
}

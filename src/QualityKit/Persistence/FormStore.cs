using System.Collections.Concurrent;
using QualityKit.Forms;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Persistence;

/// <summary>Published versions of forms. They never change, so each is read once; a bounded number is remembered.</summary>
internal sealed class FormStore(IDocumentStore store)
{
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<(TenantId, FormVersionId), EvaluationForm> _remembered = new();

    /// <summary>Where a version is kept.</summary>
    public static DocumentKey KeyOf(FormVersionId form) => new(Collections.FormVersions, form.Value);

    /// <summary>A version of a form; null when there is none.</summary>
    /// <exception cref="InvalidDataException">What is stored is not the form that its id stands for.</exception>
    public async ValueTask<EvaluationForm?> FindAsync(TenantId tenant, FormVersionId form, CancellationToken cancellationToken)
    {
        if (_remembered.TryGetValue((tenant, form), out EvaluationForm? remembered))
        {
            return remembered;
        }

        if (string.IsNullOrEmpty(form.Value) || await store.ReadAsync(tenant, KeyOf(form), cancellationToken).ConfigureAwait(false) is not { } document)
        {
            return null;
        }

        Validated<EvaluationForm> read = FormJson.ReadPublished(document.Body.Span);
        if (!read.TryGetValue(out EvaluationForm? published) || published.Id != form)
        {
            throw new InvalidDataException($"`{document.Key}` is damaged: it is not the form of that id");
        }

        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        return _remembered[(tenant, form)] = published;
    }
}

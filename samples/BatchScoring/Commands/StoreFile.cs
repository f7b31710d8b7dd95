using BatchScoring.Stored;
using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Storage.Errors;
using QualityKit.Validation;

namespace BatchScoring.Commands;

/// <summary>The file of <c>--store</c>, as the pass over the input uses it: one chat at a time.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly QualityFile _file;
    private readonly StoredBatch _batch;
    private readonly List<DamagedLine> _damaged = [];

    private StoreFile(QualityFile file, StoredBatch batch) => (_file, _batch) = (file, batch);

    /// <returns>Null when none is asked for.</returns>
    /// <exception cref="UsageException">The file cannot be used, or has another form of this name.</exception>
    public static StoreFile? Open(string? path, EvaluationForm form)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            QualityFile file = QualityFile.Open(path);
            var batch = new StoredBatch(file, form);
            batch.PublishAsync().GetAwaiter().GetResult();
            return new(file, batch);
        }
        catch (Exception e) when (e is StorageUnavailableException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"`{path}` cannot keep the results: {e.Message}");
        }
        catch (ValidationFailedException e)
        {
            throw FormFile.DoesNotFit(e.Issues, $"the form cannot be published in `{path}`");
        }
    }

    public void Add(ChatResult result)
    {
        if (result is DamagedLine damaged)
        {
            _damaged.Add(damaged);
            return;
        }

        _batch.AddAsync(result).GetAwaiter().GetResult();
    }

    public BatchTally Read() => _batch.ReadAsync(_damaged).GetAwaiter().GetResult();

    public (string Text, bool IsInOrder) Describe() => _batch.DescribeAsync().GetAwaiter().GetResult();

    public void Dispose() => _file.DisposeAsync().AsTask().GetAwaiter().GetResult();
}

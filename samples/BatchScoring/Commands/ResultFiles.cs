using BatchScoring.Reports;
using BatchScoring.Tallies;
using QualityKit.Forms;

namespace BatchScoring.Commands;

/// <summary>CSV and JSON as they were asked for, written chat by chat.</summary>
internal sealed class ResultFiles : IDisposable
{
    private readonly List<IDisposable> _open = [];
    private readonly CsvReport? _csv;
    private readonly JsonReport? _json;

    public ResultFiles(Options options, Stream output, EvaluationForm form)
    {
        _csv = options.Csv is { } csv ? new(Opened(Terminal.Writer(Target(csv, output))), form) : null;
        _json = options.Json is { } json ? Opened(new JsonReport(Target(json, output), form)) : null;
    }

    public void Add(ChatResult result)
    {
        _csv?.Add(result);
        _json?.Add(result);
    }

    public void End(BatchTally tally) => _json?.End(tally);

    // The last opened goes first: a writer must be flushed into its file before the file is closed.
    public void Dispose() => Enumerable.Reverse(_open).ToList().ForEach(open => open.Dispose());

    private Stream Target(string path, Stream output) => path == "-" ? output : Opened(Files.Create(path));

    private T Opened<T>(T opened)
        where T : IDisposable
    {
        _open.Add(opened);
        return opened;
    }
}

namespace BatchScoring.Commands;

/// <summary>Where the chats come from.</summary>
internal sealed class Source : IDisposable
{
    private Source(string name, Stream content, bool isFile)
    {
        Name = name;
        Content = content;
        File = isFile ? content : null;
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    public Stream Content { get; }

    /// <summary>The same when it is a file, whose length is known; null for a pipe.</summary>
    public Stream? File { get; }

    /// <summary>The file with chats that the sample ships.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "data", "chats.jsonl");

    /// <exception cref="UsageException">It cannot be opened, or a result would overwrite it.</exception>
    public static Source Open(Options options, Stream input)
    {
        if (options.File == "-")
        {
            return new("standard input", input, isFile: false);
        }

        string path = options.File ?? Shipped;
        foreach (string result in new[] { options.Csv, options.Json }.OfType<string>().Where(result => result != "-"))
        {
            if (Path.GetFullPath(result) == Path.GetFullPath(path))
            {
                throw new UsageException($"`{result}` is the file that is read; write the result to another");
            }
        }

        return new(options.File ?? "the chats of the sample", Files.Open(path), isFile: true);
    }

    public void Dispose() => Content.Dispose();
}

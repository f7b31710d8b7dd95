using System.Text;

namespace BatchScoring.Commands;

/// <summary>Where the program reads and writes.</summary>
internal sealed record Terminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    /// <summary>Messages and progress, apart from results.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches the messages; else no progress bar and no control sequences.</summary>
    public required bool IsWatched { get; init; }

    public static Terminal OfProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = Console.OpenStandardOutput(),
        Error = Writer(Console.OpenStandardError()),
        IsWatched = !Console.IsErrorRedirected,
    };

    /// <summary>UTF-8 with line feeds on any machine, so that equal input gives equal bytes.</summary>
    public static StreamWriter Writer(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n", AutoFlush = false };
}

namespace BatchScoring.Reports;

/// <summary>A line on a terminal that fills as the input is read. It draws only when it changes and leaves nothing behind.</summary>
internal sealed class ProgressBar(TextWriter terminal, Stream? file)
{
    private const int Width = 30;
    private const int ChatsADraw = 256;

    private long _chats;
    private long _drawn = -1;

    /// <summary>One more line was read.</summary>
    public void Step()
    {
        _chats++;
        long state = file is null ? _chats / ChatsADraw : PercentOf(file);
        if (state != _drawn)
        {
            _drawn = state;
            Draw(state);
        }
    }

    /// <summary>Takes the line away, so that something else can be written; the next step draws it again.</summary>
    public void Clear()
    {
        if (_drawn >= 0)
        {
            terminal.Write("\r\e[K");
            _drawn = -1;
        }
    }

    private void Draw(long percent)
    {
        int filled = (int)(percent * Width / 100);
        string bar = file is null ? "" : $"[{new string('#', filled)}{new string('.', Width - filled)}] {Figures.Of(percent)} %  ";
        terminal.Write($"\r\e[K{bar}{Figures.Count(_chats, "line", "lines")}");
        terminal.Flush();
    }

    private static long PercentOf(Stream file) => file.Length == 0 ? 100 : Math.Clamp(file.Position * 100 / file.Length, 0, 100);
}

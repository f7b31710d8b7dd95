namespace BatchScoring.Commands;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    public const string Text = """
        Scores chats with a quality form and says how good they are, who needs help, and why.

        usage: dotnet run --project samples/BatchScoring -- [FILE] [options]

          FILE              chats in the STAR format, one JSON document a line, plain or gzip;
                            - reads standard input; without it, the chats of the sample are scored
          --form FILE       a form in the format of docs/form-format.md instead of the built-in one; it may ask
                            greeting, name, calm, confirmed, identity, refused, refusal-told, solved,
                            further-help, goodbye (options yes and no; solved also partly),
                            first-reply, slowest-reply (numbers: seconds)
          --what-if OTHER   says what would change under another form: stricter (the built-in form with a mark
                            of 90 and fatal where it was critical), weighted-points (the same form, scored by
                            weighted points as Genesys Cloud does), or a form file
          --store FILE      keeps everything in a SQLite file: each chat becomes an interaction and an evaluation, the
                            audit is verified, and the report comes from queries; run again, nothing changes
          --csv FILE        writes one row a chat; - writes to standard output instead of the report
          --json FILE       writes everything; - writes to standard output instead of the report
          --agents N        how many agents the report lists, lowest mean first: a number or all (default 10)
          --quiet           no report and no progress bar; what is wrong is still said
          --help            this text

        exit code: 0 every line was read; 1 nothing could be scored, or a result could not be written;
                   2 the command line is wrong, a file cannot be opened or the form does not fit;
                   3 some lines were damaged, the rest was scored; 4 the audit of the file of --store is not in order
        """;
}

using System.Globalization;

namespace BatchScoring.Commands;

/// <summary>Reads the command line: <c>--name value</c>, <c>--name=value</c>, and at most one file.</summary>
internal static class OptionParser
{
    /// <exception cref="UsageException">The command line is wrong.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        bool onlyFiles = false;
        using IEnumerator<string> rest = arguments.GetEnumerator();
        while (rest.MoveNext())
        {
            string argument = rest.Current;
            if (onlyFiles || argument == "-" || !argument.StartsWith('-'))
            {
                options = options.File is null
                    ? options with { File = argument }
                    : throw Wrong($"one file at a time: `{options.File}` and `{argument}` were given");
            }
            else if (argument == "--")
            {
                onlyFiles = true;
            }
            else
            {
                options = Apply(options, argument, rest);
            }
        }

        return options is { Csv: "-", Json: "-" }
            ? throw Wrong("standard output has room for one of --csv and --json; write the other to a file")
            : options;
    }

    private static Options Apply(Options options, string argument, IEnumerator<string> rest)
    {
        string[] parts = argument.Split('=', 2);
        string Value() => parts.Length == 2 && parts[1].Length > 0 ? parts[1]
            : parts.Length == 1 && rest.MoveNext() ? rest.Current
            : throw Wrong($"`{parts[0]}` needs a value");
        Options Flag(Options changed) => parts.Length == 1 ? changed : throw Wrong($"`{parts[0]}` takes no value");

        return parts[0] switch
        {
            "--form" => options with { Form = Value() },
            "--what-if" => options with { WhatIf = Value() },
            "--store" => options with { Store = Value() },
            "--csv" => options with { Csv = Value() },
            "--json" => options with { Json = Value() },
            "--agents" => options with { Agents = Agents(Value()) },
            "--quiet" or "-q" => Flag(options with { IsQuiet = true }),
            "--help" or "-h" or "-?" => Flag(options with { WantsHelp = true }),
            _ => throw Wrong($"there is no option `{parts[0]}`"),
        };
    }

    private static int? Agents(string value) =>
        value == "all" ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw Wrong($"`--agents` takes a number or `all`, not `{value}`");

    private static UsageException Wrong(string message) => new($"{message} (--help tells more)");
}

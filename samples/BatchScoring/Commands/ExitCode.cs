namespace BatchScoring.Commands;

/// <summary>What the program tells the shell.</summary>
internal enum ExitCode
{
    /// <summary>Every line was read and something was scored.</summary>
    Fine = 0,

    /// <summary>Nothing could be scored, or a result could not be written.</summary>
    NothingScored = 1,

    /// <summary>The command line is wrong, or a file on it cannot be opened, or the form does not fit.</summary>
    Usage = 2,

    /// <summary>Some lines were damaged; the rest was scored.</summary>
    SomeDamaged = 3,

    /// <summary>The audit of the file of <c>--store</c> is not in order.</summary>
    AuditNotInOrder = 4,
}

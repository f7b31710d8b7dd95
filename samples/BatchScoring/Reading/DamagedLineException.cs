namespace BatchScoring.Reading;

/// <summary>A line is JSON and not a chat; the message says what is wrong. It never leaves the reader.</summary>
internal sealed class DamagedLineException(string message) : Exception(message);

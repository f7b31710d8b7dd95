namespace BatchScoring.Facts;

/// <summary>How long a customer waited, in seconds, from the first message without an answer to the reply of this number, from 1.</summary>
internal sealed record Wait(int Reply, long Seconds);

namespace BatchScoring.Facts;

/// <summary>What a chat shows, before anybody judges it.</summary>
internal sealed record ObservedFacts
{
    public required int Domains { get; init; }

    public required bool IsHappyPath { get; init; }

    /// <summary>Whether the customer was gone before the end.</summary>
    public required bool CustomerLeft { get; init; }

    public required int Replies { get; init; }

    /// <summary>How many replies the agent typed instead of picking a canned line.</summary>
    public required int TypedReplies { get; init; }

    /// <summary>The greeting in the first reply; null for none.</summary>
    public required Sighting? Greeting { get; init; }

    /// <summary>Whether what the customer wanted cannot be done without a name.</summary>
    public required bool NeedsName { get; init; }

    public required Sighting? NameAsked { get; init; }

    public required bool NameGivenUnasked { get; init; }

    public required bool HasBooked { get; init; }

    /// <summary>Where the customer was asked to confirm before the first booking; null for nowhere.</summary>
    public required Sighting? BookingConfirmed { get; init; }

    /// <summary>Where account data was told or an account was changed; null for nowhere.</summary>
    public required Sighting? AccountOpened { get; init; }

    /// <summary>Whether enough to identify the customer went to the bank before that.</summary>
    public required bool IdentityChecked { get; init; }

    /// <summary>Whether a system behind the chat refused something or found nothing, and the agent found no way around before replying.</summary>
    public required bool WasRefused { get; init; }

    /// <summary>Where the customer was told so; null for nowhere.</summary>
    public required Sighting? RefusalTold { get; init; }

    public required Sighting? FurtherHelpOffered { get; init; }

    /// <summary>Whether the scenario ends by itself, like a quiz, so that an offer of further help would be out of place.</summary>
    public required bool EndsByItself { get; init; }

    public required Sighting? Goodbye { get; init; }

    /// <summary>Whether the customer closed the chat on an offer of further help, so that the agent could not say goodbye.</summary>
    public required bool ClosedOnOffer { get; init; }

    /// <summary>How long the customer waited for the first reply; null when nobody waited.</summary>
    public required Wait? FirstWait { get; init; }

    /// <summary>The longest that the customer waited for a reply; null when nobody waited.</summary>
    public required Wait? LongestWait { get; init; }

    /// <summary>Whether the customer found that the agent stayed calm and helpful; null when nobody asked.</summary>
    public required bool? StayedCalm { get; init; }

    /// <summary>How many of the things the customer was asked about were done.</summary>
    public required int TasksDone { get; init; }

    public required int TasksAsked { get; init; }
}

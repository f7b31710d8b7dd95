using System.Collections.Frozen;

namespace BatchScoring.Facts;

/// <summary>What the tasks of the corpus call for, read off the whole corpus: in which of them agents are offered the line that asks for a name,
/// and which bring their own ending.</summary>
internal static class TaskTraits
{
    private static readonly FrozenSet<string> Named = FrozenSet.Create(
        StringComparer.Ordinal,
        "apartment_schedule",
        "bank_balance",
        "bank_fraud_report",
        "doctor_followup",
        "doctor_schedule",
        "hotel_book",
        "hotel_service_request",
        "meeting_schedule",
        "party_plan",
        "party_rsvp",
        "plane_book",
        "restaurant_book",
        "ride_book",
        "ride_change",
        "ride_status",
        "spaceship_access_codes");

    public static bool NeedsName(string task) => Named.Contains(task);

    public static bool EndsByItself(string task) => task is "trivia" or "spaceship_access_codes" or "spaceship_life_support";
}

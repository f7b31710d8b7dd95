using QualityKit.Forms;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadSettings
{
    public static IEnumerable<BadForm> All =>
    [
        new("a form without settings", () => SampleForm.With() with { Settings = null! }, Missing, "/settings"),
        new("0 disputes", () => Disputed(new() { Maximum = 0 }), NumberOutOfBounds, "/settings/disputes/maximum"),
        new("21 disputes", () => Disputed(new() { Maximum = 21 }), NumberOutOfBounds, "/settings/disputes/maximum"),
        new("disputes within 0 days", () => Disputed(new() { WindowDays = 0 }), NumberOutOfBounds, "/settings/disputes/windowDays"),
        new("disputes within 366 days", () => Disputed(new() { WindowDays = 366 }), NumberOutOfBounds, "/settings/disputes/windowDays"),
        new("an assignee that is not there", () => Disputed(new() { Assignees = [DisputeAssignee.Original, null!] }), Missing, "/settings/disputes/assignees/1"),
        new("a blank assignee", () => Disputed(new() { Assignees = [DisputeAssignee.User(" ")] }), EmptyText, "/settings/disputes/assignees/0/user"),
    ];

    private static FormDraft Disputed(DisputeSettings disputes) => SampleForm.With() with { Settings = new() { Disputes = disputes } };
}

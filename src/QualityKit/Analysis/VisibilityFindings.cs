using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>What can be visible, and which conditions always hold or never do: decided by the questions that conditions look at, alone.</summary>
internal sealed class VisibilityFindings
{
    private readonly FormModel _model;
    private readonly int _most;
    private readonly Sighting[] _groups;
    private readonly Sighting[] _questions;
    private readonly List<(ConditionNode Condition, Dictionary<ConditionNode, Truth> Truths, bool IsDecided)> _conditions = [];

    public VisibilityFindings(FormModel model, int most)
    {
        _model = model;
        _most = most;
        _groups = new Sighting[model.Groups.Length];
        _questions = new Sighting[model.Questions.Length];
        foreach ((bool isGroup, int position) in model.Steps)
        {
            int parent = isGroup ? model.Groups[position].Parent : model.Plan.Questions[position].Group;
            ConditionNode? condition = isGroup ? model.GroupConditions[position] : model.QuestionConditions[position];
            Sighting around = parent < 0 ? new Sighting(true, true) : _groups[parent];
            (isGroup ? _groups : _questions)[position] = condition is null ? around : Look(condition, parent);
        }

        foreach (ConditionNode rule in model.RuleConditions.OfType<ConditionNode>())
        {
            Look(rule, -1);
        }
    }

    /// <summary>Whether some sheet shows a question; null when not decided.</summary>
    public bool? CanBeVisible(int question) => _questions[question].CanBe;

    /// <summary>Whether some sheet shows a question and no group around it is marked N/A; null when not decided.</summary>
    public bool? CanBeAnswered(int question) => _questions[question].CanBeUnmarked;

    public void Report(FindingReport report)
    {
        foreach ((bool isGroup, int position) in _model.Steps)
        {
            int parent = isGroup ? _model.Groups[position].Parent : _model.Plan.Questions[position].Group;
            if (parent >= 0 && _groups[parent].CanBe != true)
            {
                continue;
            }

            if (isGroup)
            {
                report.Say(Not(_groups[position].CanBe), IssueCodes.GroupNeverVisible, _model.GroupPointers[position], ("group", _model.Groups[position].Group.Key));
            }
            else
            {
                report.Say(Not(_questions[position].CanBe), IssueCodes.QuestionNeverVisible, _model.QuestionPointers[position], ("question", _model.Plan.Questions[position].Source.Key));
            }
        }

        foreach ((ConditionNode condition, Dictionary<ConditionNode, Truth> truths, bool isDecided) in _conditions)
        {
            foreach (ConditionNode node in condition.All.Where(node => !Follows(node, truths)))
            {
                Report(report, node, truths[node], isDecided);
            }
        }
    }

    private static bool? Not(bool? value) => value is { } known ? !known : null;

    // What can be said of a condition whose sheets were not all seen: only that both occur.
    private static void Report(FindingReport report, ConditionNode node, Truth truth, bool isDecided)
    {
        if (truth != Truth.Either && (truth != Truth.None || !isDecided))
        {
            report.Say(truth.HasFlag(Truth.True) ? false : isDecided ? true : null, IssueCodes.ConditionNeverHolds, node.Pointer);
            report.Say(truth.HasFlag(Truth.False) ? false : isDecided ? true : null, IssueCodes.ConditionAlwaysHolds, node.Pointer);
        }
    }

    // Whether what a tree always or never does is only what its parts do.
    private static bool Follows(ConditionNode node, Dictionary<ConditionNode, Truth> truths) => node.Condition switch
    {
        Negation => true,
        AllOf => !node.Parts.IsEmpty && (truths[node] == Truth.True || node.Parts.Any(part => truths[part] == Truth.False)),
        AnyOf => !node.Parts.IsEmpty && (truths[node] == Truth.False || node.Parts.Any(part => truths[part] == Truth.True)),
        _ => false,
    };

    // Where the group around it is present: elsewhere nobody asks whether it holds.
    private Sighting Look(ConditionNode condition, int parent)
    {
        Dictionary<ConditionNode, Truth> truths = condition.All.ToDictionary(node => node, _ => Truth.None);
        IEnumerable<ConditionNode?> around = _model.Enclosing(parent).Select(group => _model.GroupConditions[group]);
        bool isShown = false;
        bool isShownUnmarked = false;
        var walk = new SheetWalk(_model, _most) { Relevant = _model.Deciding(around.Append(condition)), OnlySignatures = true };
        bool isDecided = walk.Visit(family =>
        {
            FilledSheet sheet = family[0];
            if (parent >= 0 && !sheet.IsGroupPresent(parent))
            {
                return;
            }

            foreach (ConditionNode node in condition.All)
            {
                truths[node] |= sheet.Holds(node) ? Truth.True : Truth.False;
            }

            isShown |= sheet.Holds(condition);
            isShownUnmarked |= sheet.Holds(condition) && !_model.Enclosing(parent).Any(group => sheet.Marks[group]);
            walk.IsEnough = isShownUnmarked && truths.Values.All(truth => truth == Truth.Either);
        });
        _conditions.Add((condition, truths, isDecided));
        return new Sighting(Known(isShown, isDecided), Known(isShownUnmarked, isDecided));
    }

    private static bool? Known(bool isSeen, bool isDecided) => isSeen ? true : isDecided ? false : null;

    private sealed record Sighting(bool? CanBe, bool? CanBeUnmarked);
}

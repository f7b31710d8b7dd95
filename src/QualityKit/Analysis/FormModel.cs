using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>A published form ready to be analysed: classes of answers, conditions as trees, and where everything is.</summary>
internal sealed class FormModel
{
    private readonly List<LeafTest>[] _leaves;

    public FormModel(EvaluationForm form)
    {
        Form = form;
        Plan = ScoringPlan.For(form);
        ImmutableArray<OutlinePlace> places = FormOutline.Of(form.Edit(), new IssueList()).Places;
        GroupPointers = [.. places.Where(place => place.Item!.IsGroup).Select(place => place.Pointer)];
        QuestionPointers = [.. places.Where(place => !place.Item!.IsGroup).Select(place => place.Pointer)];
        _leaves = [.. Plan.Questions.Select(_ => new List<LeafTest>())];
        QuestionConditions = [.. Plan.Questions.Select(question => Node(question.Source.VisibleWhen, QuestionPointers[question.Position] + "/visibleWhen"))];
        GroupConditions = [.. Plan.Groups.Select((place, group) => Node(place.Group.VisibleWhen, GroupPointers[group] + "/visibleWhen"))];
        RuleConditions = [.. form.Rules.Select((rule, position) => Node(rule.When, $"/rules/{position}/when"))];
        Questions = [.. Plan.Questions.Select(question => AnswerClasses.Of(Plan, question, [.. _leaves[question.Position]]))];
        MarkMatters = [.. Plan.Groups.Select(MarkChangesSomething)];
        Steps = [.. Walk()];
    }

    public EvaluationForm Form { get; }

    public ScoringPlan Plan { get; }

    public ImmutableArray<GroupPlace> Groups => Plan.Groups;

    public QuestionModel[] Questions { get; }

    public string[] QuestionPointers { get; }

    public string[] GroupPointers { get; }

    public ConditionNode?[] QuestionConditions { get; }

    public ConditionNode?[] GroupConditions { get; }

    public ConditionNode?[] RuleConditions { get; }

    /// <summary>Whether marking a group N/A gives sheets that marking its questions one by one does not.</summary>
    public bool[] MarkMatters { get; }

    /// <summary>Groups and questions in document order: a group before what is in it.</summary>
    public (bool IsGroup, int Position)[] Steps { get; }

    /// <summary>The groups around a question, from the inside out.</summary>
    public IEnumerable<int> Around(int question) => Enclosing(Plan.Questions[question].Group);

    /// <summary>A group and the groups around it, from the inside out.</summary>
    public IEnumerable<int> Enclosing(int group)
    {
        for (int around = group; around >= 0; around = Groups[around].Parent)
        {
            yield return around;
        }
    }

    /// <summary>The questions that decide whether some questions and groups are visible, with those that decide about these, and so on.</summary>
    public bool[] Deciding(IEnumerable<ConditionNode?> conditions)
    {
        var found = new bool[Questions.Length];
        var pending = new Stack<ConditionNode>(conditions.OfType<ConditionNode>());
        while (pending.TryPop(out ConditionNode? condition))
        {
            foreach (int question in condition.Questions.Where(question => !found[question]))
            {
                found[question] = true;
                foreach (ConditionNode node in ConditionsOf(question))
                {
                    pending.Push(node);
                }
            }
        }

        return found;
    }

    /// <summary>The conditions that must hold for a question to be visible.</summary>
    public IEnumerable<ConditionNode> ConditionsOf(int question) =>
        Around(question).Select(group => GroupConditions[group]).Prepend(QuestionConditions[question]).OfType<ConditionNode>();

    private bool MarkChangesSomething(GroupPlace place) =>
        place.Group.AllowsNotApplicable
        && Questions[place.FirstQuestion..place.EndQuestion].Any(question => question.Marked >= question.OwnCount);

    private IEnumerable<(bool IsGroup, int Position)> Walk()
    {
        int group = 0;
        for (int question = 0; question < Questions.Length; question++)
        {
            for (; group < Groups.Length && Groups[group].FirstQuestion <= question; group++)
            {
                yield return (true, group);
            }

            yield return (false, question);
        }
    }

    private ConditionNode? Node(Condition? condition, string pointer) => condition is null ? null : Build(condition, pointer);

    private ConditionNode Build(Condition condition, string pointer)
    {
        ConditionTest test = ConditionTest.For(condition, Plan.Layout)!;
        string? question = new ConditionLeaf(condition, pointer).Question;
        if (question is null)
        {
            return new ConditionNode { Condition = condition, Pointer = pointer, Test = test, Parts = [.. Parts(condition, pointer).Select(part => Build(part.Part, part.Pointer))] };
        }

        int position = Form.Index.QuestionAt(question);
        _leaves[position].Add(new LeafTest(condition, test));
        return new ConditionNode { Condition = condition, Pointer = pointer, Test = test, Question = position, Leaf = _leaves[position].Count - 1 };
    }

    private static IEnumerable<(Condition Part, string Pointer)> Parts(Condition condition, string pointer) => condition switch
    {
        AllOf all => all.Parts.Select((part, position) => (part, $"{pointer}/all/{position}")),
        AnyOf any => any.Parts.Select((part, position) => (part, $"{pointer}/any/{position}")),
        Negation not => [(not.Part, pointer + "/not")],
        _ => [],
    };
}

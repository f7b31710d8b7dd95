using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace QualityKit.Forms;

/// <summary>What a form must keep to so that a product, or a house, can take it. <see cref="FormDraft.Check(FormLimits)"/> reports every breach.</summary>
/// <remarks>Nothing is limited unless it says so: start from <see cref="AmazonConnect"/> or <see cref="GenesysCloud"/> and change it with a
/// <c>with</c> expression, or declare your own. The limits of the library itself hold in any case. Lengths are in UTF-16 units.</remarks>
public sealed partial record FormLimits
{
    /// <summary>Whose limits they are; messages name it.</summary>
    public required string Name { get; init; }

    /// <summary>The most questions, information blocks included; null for no limit.</summary>
    public int? MostQuestions { get; init; }

    /// <summary>The most groups at all levels together; null for no limit.</summary>
    public int? MostGroups { get; init; }

    /// <summary>How deep groups are nested at most; 1 for groups at the top only; null for no limit.</summary>
    public int? MostLevels { get; init; }

    /// <summary>The highest number of a version; null for no limit.</summary>
    public int? MostVersions { get; init; }

    /// <summary>The most bands of the form, and of each group; null for no limit.</summary>
    public int? MostBands { get; init; }

    /// <summary>The most disputes of one evaluation; null for no limit.</summary>
    public int? MostDisputes { get; init; }

    /// <summary>How many days a dispute can be raised.</summary>
    public LimitRange DisputeDays { get; init; } = LimitRange.Any;

    /// <summary>Languages of forms, BCP 47 tags; a form in <c>en</c> fits <c>en-US</c>. Empty for any.</summary>
    public ImmutableArray<string> Languages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The length of the form's name.</summary>
    public LimitRange NameLength { get; init; } = LimitRange.Any;

    /// <summary>The length of the form's description, where it has one.</summary>
    public LimitRange DescriptionLength { get; init; } = LimitRange.Any;

    /// <summary>The length of a group's title.</summary>
    public LimitRange GroupTitleLength { get; init; } = LimitRange.Any;

    /// <summary>The length of the words of a question.</summary>
    public LimitRange QuestionTextLength { get; init; } = LimitRange.Any;

    /// <summary>The length of a question's help, its instructions, where it has any.</summary>
    public LimitRange HelpLength { get; init; } = LimitRange.Any;

    /// <summary>The length of an option's text.</summary>
    public LimitRange OptionTextLength { get; init; } = LimitRange.Any;

    /// <summary>The most that a text question may allow as the length of an answer; null for no limit.</summary>
    public int? MostAnswerLength { get; init; }

    /// <summary>A regular expression that the keys of groups, questions and options match as a whole; null for none.</summary>
    /// <exception cref="ArgumentException">Not a regular expression, or one that cannot be matched in linear time.</exception>
    public string? KeyPattern
    {
        get;
        init
        {
            if (value is not null)
            {
                _ = KeyMatcher(value);
            }

            field = value;
        }
    }

    /// <summary>Whether a group and a question may not have one key; default no.</summary>
    public bool KeysDifferAcrossForm { get; init; }

    /// <summary>The kinds of questions that are offered; default all.</summary>
    public QuestionKinds Questions { get; init; } = QuestionKinds.All;

    /// <summary>How many options a choice or a multiple selection has.</summary>
    public LimitRange Options { get; init; } = LimitRange.Any;

    /// <summary>How many ranges a number question has.</summary>
    public LimitRange Ranges { get; init; } = LimitRange.Any;

    /// <summary>The points of an option or a range.</summary>
    public LimitRange Points { get; init; } = LimitRange.Any;

    /// <summary>Whether points are whole numbers; default no.</summary>
    public bool WholePoints { get; init; }

    /// <summary>Whether number questions are answered in whole numbers: their bounds and steps are; default no.</summary>
    public bool WholeNumbers { get; init; }

    /// <summary>The weight of a question.</summary>
    public LimitRange QuestionWeight { get; init; } = LimitRange.Any;

    /// <summary>The weight of a group.</summary>
    public LimitRange GroupWeight { get; init; } = LimitRange.Any;

    /// <summary>What the weights of questions add up to where the method takes the mean of all questions; null for no such rule.</summary>
    public decimal? QuestionWeightTotal { get; init; }

    /// <summary>What the weights of the groups at the top add up to where the method takes the mean of groups; null for no such rule.</summary>
    public decimal? GroupWeightTotal { get; init; }

    /// <summary>The kinds of conditions that are offered; default all.</summary>
    public ConditionKinds Conditions { get; init; } = ConditionKinds.All;

    /// <summary>Whether a condition is one list of answers, all of which or any of which must be given; default no. Several options of one question
    /// are a list of which any is enough.</summary>
    public bool ConditionsAreFlat { get; init; }

    /// <summary>The kinds of questions that conditions look at; default all.</summary>
    public QuestionKinds ConditionSources { get; init; } = QuestionKinds.All;

    /// <summary>Whether conditions look at questions only that must be answered and cannot be N/A; default no.</summary>
    public bool ConditionSourcesAreRequired { get; init; }

    /// <summary>Whether a question with a condition can be N/A or left unanswered; default no such rule.</summary>
    public bool ConditionalQuestionsAreOptional { get; init; }

    /// <summary>What a form may use; default everything.</summary>
    public FormFeatures Features { get; init; } = FormFeatures.All;

    /// <summary>How far failures may reach; default anywhere.</summary>
    public FailureReach Failures { get; init; } = FailureReach.Anywhere;

    /// <summary>The most options or ranges of a fatal or critical question; null for no limit.</summary>
    public int? MostFatalOptions { get; init; }

    // Linear in the length of the key, whatever the pattern: a host may take it from a person.
    internal static Regex KeyMatcher(string pattern)
    {
        const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        try
        {
            // By itself first: `a)(b` is malformed, and would not be inside the group.
            _ = new Regex(pattern, options);
            return new Regex($@"\A(?:{pattern})\z", options);
        }
        catch (NotSupportedException unsupported)
        {
            throw new ArgumentException($"the pattern `{pattern}` cannot be matched in linear time; do without look-around, back references and atomic groups", nameof(pattern), unsupported);
        }
    }
}

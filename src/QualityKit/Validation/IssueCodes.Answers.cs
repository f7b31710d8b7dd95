namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>An answer is given to a question that the form does not have.</summary>
    public const string AnswerToUnknownQuestion = "QK2001";

    /// <summary>An option was selected that the question does not have.</summary>
    public const string UnknownAnswerOption = "QK2002";

    /// <summary>A single choice has more than one option.</summary>
    public const string SeveralOptions = "QK2003";

    /// <summary>A question is marked N/A that does not allow it.</summary>
    public const string NotApplicableNotAllowed = "QK2004";

    /// <summary>A number lies outside every range of its question.</summary>
    public const string NumberOutOfRange = "QK2005";

    /// <summary>A number is not a whole number of steps above the least.</summary>
    public const string NumberOffStep = "QK2006";

    /// <summary>A required question has no answer.</summary>
    public const string AnswerRequired = "QK2007";

    /// <summary>An answer needs a comment and has none.</summary>
    public const string CommentRequired = "QK2008";

    /// <summary>An answer is of a kind that its question does not take.</summary>
    public const string WrongKindOfAnswer = "QK2009";

    /// <summary>A group is marked N/A that the form does not have.</summary>
    public const string UnknownAnswerGroup = "QK2010";

    /// <summary>A group is marked N/A that does not allow it.</summary>
    public const string GroupNotApplicableNotAllowed = "QK2011";

    /// <summary>A text is longer than its question allows.</summary>
    public const string TextTooLong = "QK2012";

    /// <summary>An option is selected twice.</summary>
    public const string OptionTwice = "QK2013";

    /// <summary>A single choice has no option.</summary>
    public const string NoOption = "QK2014";

    /// <summary>A text or a comment holds half a character, so it cannot be stored.</summary>
    public const string BrokenAnswerText = "QK2015";

    /// <summary>A comment is longer than the exchange format holds.</summary>
    public const string CommentTooLong = "QK2016";
}

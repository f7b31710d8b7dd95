namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>The text is not JSON; line and position say where.</summary>
    public const string JsonMalformed = "QK3001";

    /// <summary>The bytes or characters are not valid UTF-8 or UTF-16; line and position say where.</summary>
    public const string JsonNotUtf8 = "QK3002";

    /// <summary>A string has an escape for half of a surrogate pair.</summary>
    public const string JsonNotUnicode = "QK3003";

    /// <summary>Objects and arrays are nested too deep.</summary>
    public const string JsonTooDeep = "QK3004";

    /// <summary>The document is too large to be read.</summary>
    public const string JsonTooLarge = "QK3005";

    /// <summary>The form has too many questions to be read.</summary>
    public const string JsonTooManyQuestions = "QK3006";

    /// <summary>The form has too many groups to be read.</summary>
    public const string JsonTooManyGroups = "QK3007";

    /// <summary>There are more issues than are listed.</summary>
    public const string JsonTooManyIssues = "QK3008";

    /// <summary>The document has another format than the one that is read.</summary>
    public const string JsonOtherFormat = "QK3010";

    /// <summary>The document has a newer version of the format.</summary>
    public const string JsonNewerFormat = "QK3011";

    /// <summary>An object has a member that the format does not know.</summary>
    public const string JsonUnknownMember = "QK3020";

    /// <summary>An object has a member that the format does not know, of a name close to one that it knows.</summary>
    public const string JsonMisspeltMember = "QK3021";

    /// <summary>An object has two members of one name.</summary>
    public const string JsonDuplicateMember = "QK3022";

    /// <summary>An object lacks a member that it needs.</summary>
    public const string JsonMissingMember = "QK3023";

    /// <summary>An object lacks all of the members of which it needs one.</summary>
    public const string JsonMemberNeeded = "QK3024";

    /// <summary>An object has members that exclude each other.</summary>
    public const string JsonMembersExclude = "QK3025";

    /// <summary>A member goes only with another member or with one of its values.</summary>
    public const string JsonMemberDoesNotGo = "QK3026";

    /// <summary>An object lacks a member that another member's value needs.</summary>
    public const string JsonMemberGoesWith = "QK3027";

    /// <summary>A value is of the wrong kind.</summary>
    public const string JsonWrongKind = "QK3030";

    /// <summary>A value is not among those allowed.</summary>
    public const string JsonNotAllowed = "QK3031";

    /// <summary>A number is below the least one allowed.</summary>
    public const string JsonNumberTooSmall = "QK3032";

    /// <summary>A number is not above a bound.</summary>
    public const string JsonNumberNotAbove = "QK3033";

    /// <summary>A number is above the highest one allowed.</summary>
    public const string JsonNumberTooLarge = "QK3034";

    /// <summary>A number has more digits than are kept exactly.</summary>
    public const string JsonNumberNotExact = "QK3035";

    /// <summary>A string is too long.</summary>
    public const string JsonTextTooLong = "QK3040";

    /// <summary>A string is empty that must not be.</summary>
    public const string JsonTextEmpty = "QK3041";

    /// <summary>A string is not a key.</summary>
    public const string JsonBadKey = "QK3042";

    /// <summary>A string is not a calendar date.</summary>
    public const string JsonBadDate = "QK3043";

    /// <summary>A string is not a language tag.</summary>
    public const string JsonBadLanguage = "QK3044";

    /// <summary>An array or object has too few elements.</summary>
    public const string JsonTooFewElements = "QK3045";

    /// <summary>An array or object has too many elements.</summary>
    public const string JsonTooManyElements = "QK3046";
}

using System.Globalization;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Answer sheets in few words: <c>a=yes</c> selects an option, <c>m=x+y</c> two, <c>m=</c> none, <c>n=#2.5</c> is a number,
/// <c>t=~words</c> a text, <c>b=NA</c> a mark, and <c>[g]</c> marks a group N/A.</summary>
internal static class Sheets
{
    public static AnswerSheet Of(string answers) =>
        answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(AnswerSheet.Empty, Add);

    private static AnswerSheet Add(AnswerSheet sheet, string word)
    {
        if (word[0] == '[')
        {
            return sheet.NotApplicableGroup(word[1..^1]);
        }

        string[] parts = word.Split('=', 2);
        return parts[1] switch
        {
            "NA" => sheet.NotApplicable(parts[0]),
            "" => sheet.Answer(parts[0], Array.Empty<string>()),
            ['#', .. string number] => sheet.Answer(parts[0], decimal.Parse(number, CultureInfo.InvariantCulture)),
            ['~', .. string text] => sheet.Write(parts[0], text),
            _ => sheet.Answer(parts[0], parts[1].Split('+')),
        };
    }
}

using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What fails in a set of sheets (rule S15), as far as it changes scores.</summary>
internal sealed class Failing
{
    private readonly Truth[] _scopes;

    private Failing(Truth[] scopes) => _scopes = scopes;

    public Truth Form => _scopes[^1];

    /// <summary>Whether a group fails.</summary>
    public Truth Group(int group) => _scopes[group];

    /// <summary>What fails; nothing where failures change no scores.</summary>
    public static Failing In(SheetSet set, bool isRaw)
    {
        FormModel model = set.Model;
        var scopes = new Truth[model.Groups.Length + 1];
        Array.Fill(scopes, Truth.False);
        if (isRaw || model.Form.Method.Failure != FailureEffect.Zero)
        {
            return new(scopes);
        }

        foreach (QuestionModel question in model.Questions.Where(question => question.Plan.CanFail && set.Visibility(question.Position) != Truth.False))
        {
            AnswerClass[] classes = [.. set.Possible(question.Position).Select(position => question.Classes[position])];
            foreach (int scope in classes.SelectMany(answers => answers.Scopes).Distinct())
            {
                bool isCertain = set.Visibility(question.Position) == Truth.True && Array.TrueForAll(classes, answers => answers.Fails(scope));
                int place = scope < 0 ? scopes.Length - 1 : scope;
                scopes[place] = isCertain || scopes[place] == Truth.True ? Truth.True : Truth.Either;
            }
        }

        return new(scopes);
    }
}

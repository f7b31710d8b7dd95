using QualityKit.Forms;
using QualityKit.Reference;
using QualityKit.Scoring;
using QualityKit.Tests.Forms;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>Pairs of scorecards: other answers to a generated form, and other answers to another version of it.</summary>
internal static class DiffCases
{
    /// <summary>The same form with other answers; at most so many of them.</summary>
    public static IEnumerable<(long Seed, Scorecard Before, Scorecard After)> OtherAnswers(int cases, int most)
    {
        foreach (GeneratedCase generated in GeneratedCases.Many(cases))
        {
            if (FormJson.ReadPublished(generated.Form).TryGetValue(out EvaluationForm? form))
            {
                AnswerSheet sheet = AnswerSheetJson.Read(generated.Answers).Value;
                AnswerSheet other = Changed(form, sheet, new Random((int)generated.Seed), most);
                yield return (generated.Seed, FormRunner.Run(form, sheet).Score, FormRunner.Run(form, other).Score);
            }
        }
    }

    /// <summary>Another version of the form, with other answers or the same.</summary>
    public static IEnumerable<(long Seed, Scorecard Before, Scorecard After)> OtherForms(int cases)
    {
        foreach (GeneratedCase generated in GeneratedCases.Many(cases))
        {
            if (!FormJson.ReadPublished(generated.Form).TryGetValue(out EvaluationForm? form))
            {
                continue;
            }

            var random = new Random((int)generated.Seed);
            AnswerSheet sheet = AnswerSheetJson.Read(generated.Answers).Value;
            Scorecard before = FormRunner.Run(form, sheet).Score;
            for (int version = 0; version < 12; version++)
            {
                string mutated = generated.Form;
                for (int change = 0; change <= version % 3; change++)
                {
                    mutated = FormMutations.Any(mutated, random);
                }

                if (FormJson.ReadPublished(mutated).TryGetValue(out EvaluationForm? later))
                {
                    yield return (generated.Seed, before, FormRunner.Run(later, Changed(form, sheet, random, version % 4)).Score);
                }
            }
        }
    }

    private static AnswerSheet Changed(EvaluationForm form, AnswerSheet sheet, Random random, int most)
    {
        AnswerableQuestion[] questions = [.. form.Questions.OfType<AnswerableQuestion>()];
        random.Shuffle(questions);
        foreach (AnswerableQuestion question in questions.Take(most))
        {
            sheet = random.Next(6) == 0 ? sheet.Clear(question.Key)
                : question.AllowsNotApplicable && random.Next(3) == 0 ? sheet.NotApplicable(question.Key)
                : sheet.Answer(question.Key, Some(question, random));
        }

        return sheet;
    }

    private static Answer Some(AnswerableQuestion question, Random random) => question switch
    {
        ChoiceQuestion choice => new SelectedOptions { Options = [choice.Options[random.Next(choice.Options.Length)].Key] },
        MultiSelectQuestion select => new SelectedOptions { Options = [.. select.Options.Where(_ => random.Next(2) == 0).Select(option => option.Key)] },
        NumberQuestion number => new NumberAnswer { Value = number.Ranges[random.Next(number.Ranges.Length)].Minimum },
        DateQuestion => new DateAnswer { Value = new DateOnly(2026, 12, 31) },
        _ => new TextAnswer { Value = "text" },
    };
}

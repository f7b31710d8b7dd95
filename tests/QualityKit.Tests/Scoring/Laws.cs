using static QualityKit.Tests.Scoring.LawColumn;

namespace QualityKit.Tests.Scoring;

/// <summary>The table of laws, as docs/scoring.md shows it.</summary>
internal static class Laws
{
    public static IReadOnlyList<Law> All { get; } =
    [
        new(
            "within bounds",
            "where no points are below 0 or above what is possible, a share lies from 0 to 1, a mean of points or grades up to the most that a question earns, a sum up to the sum of the most (where N/A is filled with a mean, of the most of any question)",
            LawLooks.WithinBounds,
            (Deductions, nameof(LawCounterExamples.Deductions_may_take_more_than_they_start_from)),
            (Bonus, nameof(LawCounterExamples.A_bonus_goes_beyond_full)),
            (Rules, nameof(LawCounterExamples.A_rule_raises_beyond_full))),
        new(
            "scaling all weights",
            "multiplying the weights of all questions and groups by one number changes nothing",
            LawLooks.ScalingAllWeights,
            (WeightedPoints, nameof(LawCounterExamples.Scaling_all_weights_makes_deeper_questions_weigh_more)),
            (Deductions, nameof(LawCounterExamples.Scaling_weights_scales_what_is_deducted)),
            (Sum, nameof(LawCounterExamples.Scaling_weights_scales_a_sum)),
            (Bonus, nameof(LawCounterExamples.Scaling_weights_scales_extra_credit))),
        new(
            "scaling question weights",
            "multiplying the weights of all questions, not of groups, by one number changes nothing",
            LawLooks.ScalingQuestionWeights,
            (LawColumn.GroupWeights, nameof(LawCounterExamples.Questions_that_weigh_more_outweigh_a_group_beside_them)),
            (GroupPoints, nameof(LawCounterExamples.Questions_that_weigh_more_outweigh_a_group_beside_them)),
            (Deductions, nameof(LawCounterExamples.Scaling_weights_scales_what_is_deducted)),
            (Sum, nameof(LawCounterExamples.Scaling_weights_scales_a_sum)),
            (Grade, nameof(LawCounterExamples.Questions_that_weigh_more_outweigh_a_group_beside_them)),
            (Bonus, nameof(LawCounterExamples.Scaling_weights_scales_extra_credit))),
        new(
            "any order",
            "another order of groups, questions, options, bands and rules changes nothing",
            LawLooks.AnyOrder),
        new(
            "hidden equals absent",
            "hidden questions and groups, whatever answers are left behind them, change nothing",
            LawLooks.HiddenEqualsAbsent),
        new(
            "N/A instead of full marks",
            "marking a question N/A that has full marks never raises the score; where values are points, all questions have the same ones; nothing hangs on the mark",
            LawLooks.NotApplicableInsteadOfFullMarks,
            (Bonus, nameof(LawCounterExamples.A_bonus_weighs_more_beside_fewer_questions)),
            (KeepOthers, nameof(LawCounterExamples.A_mark_makes_a_group_lighter_that_keeps_its_lowest)),
            (Rules, nameof(LawCounterExamples.A_rule_rewards_a_mark))),
        new(
            "N/A leaves it to the others",
            "with a question N/A the score is not above the best value among the others",
            LawLooks.NotApplicableLeavesItToTheOthers,
            (Deductions, nameof(LawCounterExamples.Deductions_start_from_full)),
            (Sum, nameof(LawCounterExamples.A_sum_is_above_the_best_of_its_parts)),
            (Bonus, nameof(LawCounterExamples.A_bonus_goes_above_the_best_of_the_others)),
            (Rules, nameof(LawCounterExamples.A_rule_goes_above_the_best_of_the_others)),
            (Fills, nameof(LawCounterExamples.Full_marks_for_a_mark_go_above_the_best_of_the_others))),
        new(
            "failure dominates",
            "with a form-wide failure the outcome is failed, the total is not above 0, and the raw total is as without it",
            LawLooks.FailureDominates,
            (Grade, nameof(LawCounterExamples.A_grade_keeps_its_number_when_it_fails)),
            (OutcomeOnly, nameof(LawCounterExamples.Outcome_only_keeps_the_number))),
        new(
            "weightless group",
            "a further group of weight 0 that fails nothing changes nothing outside itself, where something else counts and answers are not counted",
            LawLooks.WeightlessGroup,
            (QuestionWeights, nameof(LawCounterExamples.Question_weights_and_total_points_ignore_the_weight_of_a_group)),
            (TotalPoints, nameof(LawCounterExamples.Question_weights_and_total_points_ignore_the_weight_of_a_group)),
            (DropKeep, nameof(LawCounterExamples.A_drop_over_the_form_sees_weightless_questions)),
            (KeepOthers, nameof(LawCounterExamples.What_is_kept_of_the_form_may_be_weightless)),
            (Fills, nameof(LawCounterExamples.The_mean_of_the_form_sees_weightless_answers))),
        new(
            "explanation adds up",
            "from the JSON of the explanation alone every amount follows, and the root is the total; in means the weights of the normal questions add up to 1",
            LawLooks.ExplanationAddsUp),
        new(
            "JSON round trip",
            "form and answers written and read again are the same and score the same",
            LawLooks.JsonRoundTrip),
        new(
            "any culture",
            "equal inputs give the same bytes of scorecard and explanation in any culture",
            LawLooks.AnyCulture),
    ];
}

using QualityKit.Forms;

namespace QualityKit.Tests.Forms;

public sealed class EvaluationFormTests
{
    private static FormDraft Draft => EvaluationForm.Draft("Call").Group("Main", 1, Ask.YesNo("greeting", "Greeted?"));

    [Fact]
    public void Two_forms_of_one_content_are_equal()
    {
        EvaluationForm form = Draft.Publish().Value;
        EvaluationForm again = Draft.Publish().Value;

        Assert.True(form.Equals(again));
        Assert.True(form.Equals((object)again));
        Assert.Equal(form.GetHashCode(), again.GetHashCode());
    }

    [Fact]
    public void A_form_is_not_another_version_and_not_nothing()
    {
        EvaluationForm form = Draft.Publish().Value;

        Assert.False(form.Equals(form.Edit().Publish().Value));
        Assert.False(form.Equals(null));
        Assert.False(form.Equals((object?)null));
        Assert.False(form.Equals("call"));
    }

    [Fact]
    public void The_draft_of_the_next_version_has_the_next_number() => Assert.Equal(2, Draft.Publish().Value.Edit().Version);

    [Fact]
    public void A_form_is_printed_as_key_version_and_the_start_of_its_id()
    {
        EvaluationForm form = Draft.Publish().Value;

        Assert.Equal($"call version 1 ({form.Id.Value[..12]})", form.ToString());
    }
}

using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

public sealed class BadFormTests
{
    public static TheoryData<string> Names => BadForms.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void One_mistake_gives_one_issue_with_its_code_and_place(string name)
    {
        BadForm form = BadForms.Named(name);

        Issue issue = Assert.Single(form.Draft.Check());

        Assert.Equal((form.Code, form.Pointer, form.Severity), (issue.Code, issue.Pointer, issue.Severity));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_errors_keep_a_form_from_being_published(string name)
    {
        BadForm form = BadForms.Named(name);

        Assert.Equal(form.Severity == Severity.Warning, form.Draft.Publish().IsValid);
    }
}

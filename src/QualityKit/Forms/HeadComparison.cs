using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>Compares what two forms say outside their groups.</summary>
internal sealed class HeadComparison(ChangeList changes, EvaluationForm before, EvaluationForm after)
{
    private readonly ChangePlace _form = new ChangePlace("form", "").Called("name", after.Name);

    public void Compare()
    {
        changes.Members(_form, HeadAspects.Form, before, after);
        changes.Text(_form, "name", before.Name, after.Name);
        changes.Text(_form, "description", before.Description, after.Description);
        CompareLinks();
        changes.Members(_form.Inner("method", "/method"), HeadAspects.Method, before.Method, after.Method);
        ChangePlace pass = _form.Inner("pass", "/pass");
        changes.Presence(pass, FormChangeEffect.Scores, before.Pass, after.Pass);
        changes.Members(pass, HeadAspects.Pass, before.Pass ?? new(), after.Pass ?? new());
        CompareBands(changes, _form, before.Bands, after.Bands);
        CompareRules();
        CompareSettings();
    }

    /// <summary>Bands of the form or of a group; one that is called otherwise is found by its limits.</summary>
    public static void CompareBands(ChangeList changes, ChangePlace scope, ImmutableArray<Band> before, ImmutableArray<Band> after)
    {
        var bands = new Pairing<Band>(before, after, band => band.Name.Text, band => FormWriter.TextOf(band.Minimum) + FormWriter.TextOf(band.Top));
        foreach ((Band was, Band now, int position) in bands.Pairs)
        {
            ChangePlace place = PlaceOf(now, position);
            changes.Text(place, "name", was.Name, now.Name);
            changes.Members(place, HeadAspects.Band, was, now);
        }

        foreach ((Band band, int position) in bands.Added)
        {
            changes.Added(PlaceOf(band, position), FormChangeEffect.Scores);
        }

        foreach ((Band band, int position) in bands.Removed)
        {
            changes.Removed(PlaceOf(band, position), FormChangeEffect.Scores);
        }

        changes.Order(scope.Inner("band", ""), "/bands", bands.InOrderBefore.Select(band => band.Name.Text), bands.InOrderAfter.Select(band => band.Name.Text));

        ChangePlace PlaceOf(Band band, int position) => scope.Inner("band", $"/bands/{position}").Called("band", band.Name);
    }

    private void CompareLinks()
    {
        var links = new Pairing<FormLink>(before.Links, after.Links, link => link.Target, link => link.Title.Text);
        foreach ((FormLink was, FormLink now, int position) in links.Pairs)
        {
            changes.Text(PlaceOf(now, position), "title", was.Title, now.Title);
            changes.Member(PlaceOf(now, position), "target", FormChangeEffect.Workflow, was.Target, now.Target);
        }

        foreach ((FormLink link, int position) in links.Added)
        {
            changes.Added(PlaceOf(link, position), FormChangeEffect.Workflow);
        }

        foreach ((FormLink link, int position) in links.Removed)
        {
            changes.Removed(PlaceOf(link, position), FormChangeEffect.Workflow);
        }

        changes.Order(_form.Inner("link", ""), "/links", links.InOrderBefore.Select(link => link.Target), links.InOrderAfter.Select(link => link.Target));

        ChangePlace PlaceOf(FormLink link, int position) => _form.Inner("link", $"/links/{position}").Called("link", link.Title);
    }

    // A rule has no key: it is known by what it says, and the rest by position.
    private void CompareRules()
    {
        var rules = new Pairing<ScoreRule>(before.Rules, after.Rules, FormWriter.TextOf, _ => "");
        foreach ((ScoreRule was, ScoreRule now, int position) in rules.Pairs)
        {
            changes.Members(PlaceOf(now, position), HeadAspects.Rule, was, now);
        }

        foreach ((ScoreRule rule, int position) in rules.Added)
        {
            changes.Added(PlaceOf(rule, position), FormChangeEffect.Scores);
        }

        foreach ((ScoreRule rule, int position) in rules.Removed)
        {
            changes.Removed(PlaceOf(rule, position), FormChangeEffect.Scores);
        }

        changes.Order(_form.Inner("rule", ""), "/rules", rules.InOrderBefore.Select(FormWriter.TextOf), rules.InOrderAfter.Select(FormWriter.TextOf));

        ChangePlace PlaceOf(ScoreRule rule, int position) => _form.Inner("rule", $"/rules/{position}")
            .Called("position", position + 1)
            .Called("does", rule.Effect)
            .Called("by", rule.Amount);
    }

    private void CompareSettings()
    {
        ChangePlace settings = _form.Inner("settings", "/settings");
        changes.Members(settings, HeadAspects.Settings, before.Settings, after.Settings);
        ChangePlace disputes = settings.Inner("disputes", "/disputes");
        changes.Presence(disputes, FormChangeEffect.Workflow, before.Settings.Disputes, after.Settings.Disputes);
        changes.Members(disputes, HeadAspects.Disputes, before.Settings.Disputes ?? new(), after.Settings.Disputes ?? new());
    }
}

using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Which rank a percentage has.</summary>
internal static class RankCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "bands", "percent");
        published.Expected.OnlyHas("expected result", "rank");
        Band[] bands = [.. published.Input.RequiredMember("bands").ToList().Select(BandReader.Read)];
        string got = BandReader.BandOf(published.Input.RequiredMember("percent"), bands, setting);

        var comparison = new Comparison();
        comparison.Same("rank", BandReader.NameOf(published.Expected.RequiredMember("rank")), got);
        return comparison;
    }
}

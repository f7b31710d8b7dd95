using System.Text.Json;
using QualityKit.Audio;
using QualityKit.CaseRunner.Json;

namespace QualityKit.CaseRunner.Recording;

/// <summary>Results of the software of ITU-T G.191: what each code stands for, and the codes of samples a step apart from the lowest on.</summary>
internal static class CompandingCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("about", "alaw", "ulaw");
        var comparison = new Comparison();
        Compare(comparison, "alaw", published.Required("alaw"), G711.DecodeALaw, G711.EncodeALaw);
        Compare(comparison, "ulaw", published.Required("ulaw"), G711.DecodeMuLaw, G711.EncodeMuLaw);
        return comparison;
    }

    private static void Compare(Comparison comparison, string law, JsonElement expected, Func<byte, short> decode, Func<short, byte> encode)
    {
        expected.OnlyHas(law, "decode", "encodeHex", "step");
        int step = (int)expected.RequiredDecimal("step");
        byte[] codes = Convert.FromHexString(expected.RequiredMember("encodeHex").ToText());
        List<int> samples = [.. expected.RequiredMember("decode").ToList().Select(element => (int)element.ToDecimal())];
        comparison.Same($"{law} codes", $"{65536 / step}", $"{codes.Length}");
        comparison.Same($"{law} differences of samples", "0 of 256", $"{samples.Where((sample, code) => sample != decode((byte)code)).Count()} of {samples.Count}");
        comparison.Same($"{law} differences of codes", "0", $"{codes.Where((code, place) => code != encode((short)(short.MinValue + (place * step)))).Count()}");
    }
}

using System.Buffers.Binary;

namespace QualityKit.Audio;

/// <summary>Samples of 16 bits from and to the bytes of a format.</summary>
internal static class SampleCodec
{
    private const int Middle = 128;

    /// <summary>Decodes whole samples.</summary>
    public static void Decode(AudioFormat format, ReadOnlySpan<byte> bytes, Span<short> samples)
    {
        int size = format.BytesPerSample;
        int count = bytes.Length / size;
        switch (format)
        {
            case { Encoding: AudioEncoding.ALaw }:
                for (int i = 0; i < count; i++)
                {
                    samples[i] = G711.DecodeALaw(bytes[i]);
                }

                break;
            case { Encoding: AudioEncoding.MuLaw }:
                for (int i = 0; i < count; i++)
                {
                    samples[i] = G711.DecodeMuLaw(bytes[i]);
                }

                break;
            case { BitsPerSample: 8 }:
                for (int i = 0; i < count; i++)
                {
                    samples[i] = (short)((bytes[i] - Middle) << 8);
                }

                break;
            default:
                // The upper 16 bits are the last two bytes.
                for (int i = 0; i < count; i++)
                {
                    samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[((i * size) + size - 2)..]);
                }

                break;
        }
    }

    /// <summary>Encodes samples.</summary>
    public static void Encode(AudioFormat format, ReadOnlySpan<short> samples, Span<byte> bytes)
    {
        int size = format.BytesPerSample;
        for (int i = 0; i < samples.Length; i++)
        {
            switch (format)
            {
                case { Encoding: AudioEncoding.ALaw }:
                    bytes[i] = G711.EncodeALaw(samples[i]);
                    break;
                case { Encoding: AudioEncoding.MuLaw }:
                    bytes[i] = G711.EncodeMuLaw(samples[i]);
                    break;
                case { BitsPerSample: 8 }:
                    bytes[i] = (byte)((samples[i] >> 8) + Middle);
                    break;
                default:
                    Span<byte> sample = bytes.Slice(i * size, size);
                    sample.Clear();
                    BinaryPrimitives.WriteInt16LittleEndian(sample[^2..], samples[i]);
                    break;
            }
        }
    }
}

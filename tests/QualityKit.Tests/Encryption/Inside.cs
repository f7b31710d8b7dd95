using System.Runtime.CompilerServices;
using QualityKit.Encryption;

namespace QualityKit.Tests.Encryption;

/// <summary>Where secrets lie, which no door shows: whether they stay in one place and are wiped is seen there alone.</summary>
internal static class Inside
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_bytes")]
    public static extern ref byte[] Bytes(SecretBytes secret);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_block")]
    public static extern ref byte[] Block(AesKeyWrap wrap);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_secret")]
    public static extern ref SecretBytes Secret(WrappingSecret wrapping);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_wrapping")]
    public static extern ref WrappingSecret Wrapping(KeyEncryptionKey key);

    /// <summary>The collector never moves it: a new array that it may move is in its youngest generation, one that is pinned in none.</summary>
    public static bool IsPinned(byte[] bytes) => GC.GetGeneration(bytes) == GC.MaxGeneration;
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace PairingBot.Chat.Tests.Manifest;

/// <summary>A PNG of eight bits a channel, not interlaced: its size and its points as red, green, blue and opacity.</summary>
internal sealed record Picture(int Width, int Height, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Opacity)> Points)
{
    public static Picture Read(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        using var packed = new MemoryStream();
        var (width, height, channels) = (0, 0, 0);
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            var data = png.AsSpan(at + 8, length);
            if (kind == "IHDR")
            {
                Assert.Equal((8, 0), (data[8], data[12]));
                (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[9] == 6 ? 4 : 3);
            }

            if (kind == "IDAT") packed.Write(data);
            at += length + 12;
        }

        packed.Position = 0;
        return new Picture(width, height, [.. Unfilter(packed, width, height, channels).Chunk(channels).Select(point => (point[0], point[1], point[2], channels == 4 ? point[3] : byte.MaxValue))]);
    }

    /// <summary>Each line says how its bytes follow from those at their left and above.</summary>
    private static byte[] Unfilter(Stream packed, int width, int height, int channels)
    {
        using var plain = new ZLibStream(packed, CompressionMode.Decompress);
        var (stride, points) = (width * channels, new byte[width * height * channels]);
        for (var line = 0; line < height; line++)
        {
            var filter = plain.ReadByte();
            plain.ReadExactly(points, line * stride, stride);
            for (var x = 0; x < stride; x++)
            {
                var at = (line * stride) + x;
                int left = x < channels ? 0 : points[at - channels], above = line == 0 ? 0 : points[at - stride], corner = x < channels || line == 0 ? 0 : points[at - stride - channels];
                points[at] += (byte)(filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Nearest(left, above, corner), _ => 0 });
            }
        }

        return points;
    }

    private static int Nearest(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - corner - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}

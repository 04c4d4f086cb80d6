using System.Text;
using PairingBot.Domain.Conversations;

namespace PairingBot.Domain.Tests.Conversations;

/// <summary>By RFC 5545.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 5, 11, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b;c\\d", @"a\,b\;c\\d")]
    [InlineData("one\ntwo\r\nthree", @"one\ntwo\nthree")]
    [InlineData("BEGIN:VEVENT\r\nATTENDEE:x", @"BEGIN:VEVENT\nATTENDEE:x")]
    [InlineData("bell\u0007 and\ttab", "bell andtab")]
    [InlineData("“quotes”: \"as they are\"", "“quotes”: \"as they are\"")]
    public void Text_is_escaped(string text, string written) => Assert.Equal(written, CalendarFile.Escape(text));

    [Theory]
    [InlineData('a', 200)]
    [InlineData('é', 100)]
    [InlineData('語', 60)]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut(char letter, int times)
    {
        var line = "SUMMARY:" + new string(letter, times) + "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀";
        var folded = CalendarFile.Fold(line);
        Assert.All(folded.Split("\r\n"), part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 75));
        Assert.Equal(line, folded.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', folded);
    }

    [Fact]
    public void A_file_is_one_event_in_utc()
    {
        var file = CalendarFile.Write(new Guid("8f0f2c2e-9f4e-4b13-93e6-9b7b6a1f2d3c"), new Slot(Start, Start.AddMinutes(30)), "Ana and Ben", "Half an hour.", new DateTimeOffset(2026, 1, 1, 0, 0, 10, TimeSpan.Zero));
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//PairingBot//PairingBot//EN
            METHOD:PUBLISH
            BEGIN:VEVENT
            UID:8f0f2c2e9f4e4b1393e69b7b6a1f2d3c@pairingbot
            DTSTAMP:20260101T000010Z
            SEQUENCE:10
            DTSTART:20260305T100000Z
            DTEND:20260305T103000Z
            SUMMARY:Ana and Ben
            DESCRIPTION:Half an hour.
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"), file);
    }
}

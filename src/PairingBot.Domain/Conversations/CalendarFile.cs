using System.Globalization;
using System.Text;

namespace PairingBot.Domain.Conversations;

/// <summary>A meeting as a file that calendars take in: iCalendar, RFC 5545.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75; // octets, without the line's end (3.1)

    /// <param name="key">The same for the same meeting, so that a second file replaces the first entry.</param>
    /// <param name="slot">When.</param>
    /// <param name="summary">What it is called.</param>
    /// <param name="description">What is said about it.</param>
    /// <param name="now">The later of two files counts.</param>
    public static string Write(Guid key, Slot slot, string summary, string description, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//PairingBot//PairingBot//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{key:N}@pairingbot",
            $"DTSTAMP:{Utc(now)}",
            $"SEQUENCE:{Math.Max(0, now.ToUnixTimeSeconds() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture)}",
            $"DTSTART:{Utc(slot.From)}",
            $"DTEND:{Utc(slot.Until)}",
            $"SUMMARY:{Escape(summary)}",
            $"DESCRIPTION:{Escape(description)}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    /// <summary>As values of text are written (3.3.11); other control characters have no place in them.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (letter == '\n') escaped.Append("\\n");
            else if (!char.IsControl(letter)) escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>A long line goes on in the next, after a space, and no character is cut in two.</summary>
    public static string Fold(string line)
    {
        var (folded, length) = (new StringBuilder(line.Length + 8), 0);
        foreach (var letter in line.EnumerateRunes())
        {
            if (length + letter.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(letter.ToString());
            length += letter.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

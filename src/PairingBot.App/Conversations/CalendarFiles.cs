using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>A conversation as a file for calendars, to whoever holds a good link: always as it stands now, so that a moved one replaces the entry.</summary>
public sealed partial class CalendarFiles(PairingBotDb db, PairingBook pairings, CalendarLinks links, TimeProvider time, ILogger<CalendarFiles> log)
{
    /// <returns>Null when the link is none of ours or has expired, and when they no longer meet.</returns>
    public async Task<string?> ReadAsync(string token, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (links.Read(token, now) is not { } id)
        {
            LogRefused();
            return null;
        }

        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (pairing is not { State: PairingState.TimeFound, IsTimeKnown: true, MeetsAt: { } at })
        {
            LogOver(id);
            return null;
        }

        var people = await pairings.PeopleAsync(pairing, cancel);
        return CalendarFile.Write(pairing.Id, new Slot(at, at + Slots.Length), TimeWords.Subject(people), TimeWords.Description, now);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A link to a calendar file was refused: forged or expired")]
    private partial void LogRefused();

    [LoggerMessage(Level = LogLevel.Information, Message = "A calendar file was asked for, but pairing {Pairing} has no time now")]
    private partial void LogOver(Guid pairing);
}

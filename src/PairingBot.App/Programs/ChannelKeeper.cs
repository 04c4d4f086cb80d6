using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>Tells the organizer when the channel of a program can not be written to: once, with what to do, in a direct message. A program that gets its channel back, or another one, may be told of again.</summary>
public sealed partial class ChannelKeeper(PairingBotDb db, Outbox outbox, ILogger<ChannelKeeper> log)
{
    /// <summary>Our own words, beside those of the platforms.</summary>
    public const string TakenOut = "not-in-channel", Archived = "is-archived", OutOfGroup = ChannelWords.OutOfGroup;

    /// <summary>A message to a channel was refused. Told before the message is given up: a crash in between tells nothing twice, because the program remembers.</summary>
    public async Task RefusedAsync(OutboxMessage row, string reason, CancellationToken cancel)
    {
        if (row.To != OutboxAddress.Channel) return;
        await LoseAsync(row.InstallationId, row.Address, reason, cancel);
        await db.SaveChangesAsync(cancel);
    }

    public async Task LoseAsync(Guid installation, string channel, string reason, CancellationToken cancel)
    {
        foreach (var program in await db.Programs.Where(row => row.InstallationId == installation && row.AnnounceIn == channel).ToListAsync(cancel))
        {
            if (!program.LoseChannel(reason)) continue;
            LogLost(program.Id, reason);
            if (await OrganizerAsync(program, cancel) is { } organizer) outbox.ToPeople([organizer], ChannelWords.Trouble(program, TroubleOf(reason)), whenInDoubt: WhenInDoubt.SendAgain);
            else LogNobodyToTell(program.Id);
        }
    }

    /// <summary>Whoever saved the program last, while they may run it; else the first who may.</summary>
    private Task<Person?> OrganizerAsync(PairingProgram program, CancellationToken cancel) =>
        db.People.Where(person => person.InstallationId == program.InstallationId && person.IsAdmin && person.Standing == DirectoryStanding.Member)
            .OrderByDescending(person => person.Id == program.RunBy).ThenBy(person => person.ExternalId).FirstOrDefaultAsync(cancel);

    /// <summary>Reasons are the vendor's own words; all that matters is what an organizer can do. A private channel that the bot is not in does not exist for it.</summary>
    private static ChannelTrouble TroubleOf(string reason)
    {
        if (reason == OutOfGroup) return ChannelTrouble.OutOfGroup;
        if (reason.Contains("archived", StringComparison.Ordinal)) return ChannelTrouble.Archived;
        return reason.Replace('-', '_') is "not_in_channel" or "channel_not_found" ? ChannelTrouble.NotInvited : ChannelTrouble.NotAllowed;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Program {Program} can not write in its channel: {Reason}")]
    private partial void LogLost(Guid program, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody in the workspace of program {Program} may run it, so nobody is told of its channel")]
    private partial void LogNobodyToTell(Guid program);
}

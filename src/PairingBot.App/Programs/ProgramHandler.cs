using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Programs;

/// <summary>What organizers do with their program.</summary>
public sealed class ProgramHandler(PairingBotDb db, SnapshotTaker snapshots, Outbox outbox, GuestDoor door)
{
    // A platform waits three seconds for an answer; the plan itself and the way back need their share.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>So many can't be read in time, even if some of them could not be paired.</summary>
    private const int FarTooMany = 2 * RoundPreview.MostPeople;

    public async Task<Reply> OpenAsync(ChatTurn turn, CancellationToken cancel)
    {
        if (!turn.IsOrganizer) return ProgramForm.OnlyForOrganizers;
        var inProgram = db.Participants.Where(participant => participant.ProgramId == turn.Program.Id && !participant.HasLeft);
        var paused = await inProgram.CountAsync(participant => participant.IsAway || participant.PausedUntil > turn.Now, cancel);
        var lost = await db.People.Where(person => person.Unreachable != null && inProgram.Any(participant => participant.PersonId == person.Id)).OrderBy(person => person.Name).ToListAsync(cancel);
        var groups = await db.ChannelGroups.AsNoTracking().Where(group => group.InstallationId == turn.Installation.Id).ToListAsync(cancel);
        var channels = groups.SelectMany(group => group.Channels.Select(channel => ProgramFigures.Channel(group, channel))).OrderBy(option => option.Label, StringComparer.CurrentCulture).ToList();
        return new OpenForm(ProgramForm.Open(turn.Program, turn.Person, new ProgramFigures(await inProgram.CountAsync(cancel) - paused, paused) { OutOfReach = lost, Channels = channels }));
    }

    public async Task<Reply> SaveAsync(ChatTurn turn, FormAnswers answers, CancellationToken cancel)
    {
        if (!turn.IsOrganizer) return ProgramForm.OnlyForOrganizers;
        var (draft, faults) = ProgramForm.Read(answers);
        if (draft is null) return new RefuseForm(faults);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM programs WHERE id = {turn.Program.Id} FOR NO KEY UPDATE", cancel); // the bot may be invited to the channel at this moment
        await db.Entry(turn.Program).ReloadAsync(cancel);
        var hadGuests = turn.Program.GuestsMayTakePart;
        turn.Program.Change(draft, turn.Now);
        turn.Program.IsRunBy(turn.Person);
        if (hadGuests && !turn.Program.GuestsMayTakePart) await door.CloseAsync(turn.Program, cancel);
        if (turn.Program.Greet()) outbox.ToChannel(turn.Program.InstallationId, turn.Program.AnnounceIn!, ChannelWords.Greeting(turn.Program));
        return ProgramForm.Saved(turn.Program, turn.Person);
    }

    public async Task<Reply> RunNowAsync(ChatTurn turn, CancellationToken cancel)
    {
        if (!turn.IsOrganizer) return ProgramForm.OnlyForOrganizers;
        if (await EligibleAsync(turn, upTo: 2, cancel) < 2) return ProgramForm.NobodyToPair;
        turn.Program.IsRunBy(turn.Person);
        turn.Program.WantRoundNow(turn.Now);
        return ProgramForm.RoundWanted;
    }

    /// <summary>Reads what the next round would be planned from, plans it, and stores nothing of it.</summary>
    public async Task<Reply> PreviewAsync(ChatTurn turn, CancellationToken cancel)
    {
        if (!turn.IsOrganizer) return ProgramForm.OnlyForOrganizers;
        if (await EligibleAsync(turn, upTo: FarTooMany, cancel) == FarTooMany) return PreviewWords.TooManyToPreview;
        var snapshot = await snapshots.TakeAsync(turn.Program, turn.Now, cancel);
        if (snapshot.Candidates.Count < 2) return ProgramForm.NobodyToPair;
        if (snapshot.Candidates.Count > RoundPreview.MostPeople) return PreviewWords.TooManyToPreview;
        using var enough = new CancellationTokenSource(Patience);
        return PreviewWords.Preview(RoundPreview.Of(snapshot, enough.Token, cancel), turn.Program, turn.Person);
    }

    /// <summary>How many would take part in a round that opened now, counted no further than is asked: a program may have 50,000.</summary>
    private async Task<int> EligibleAsync(ChatTurn turn, int upTo, CancellationToken cancel) =>
        await db.Participants.AsNoTracking().Where(participant => participant.ProgramId == turn.Program.Id && !participant.HasLeft).AsAsyncEnumerable()
            .Where(participant => participant.IsEligible(turn.Program.LastRoundNumber + 1, turn.Now)).Take(upTo).CountAsync(cancel);
}

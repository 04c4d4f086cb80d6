using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Chat;

/// <summary>Begins a <see cref="ChatTurn"/>: finds the installation and the person of a request, or makes them known.</summary>
public sealed class Turns(PairingBotDb db, InstallationBook installations, TimeProvider time)
{
    /// <returns>Null when the request comes from a workspace that this bot does not serve (any more).</returns>
    public async Task<ChatTurn?> BeginAsync(ChatRequest request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var installation = await installations.FindOrAdoptAsync(request.Installation, now, cancel);
        if (installation is not { IsActive: true }) return null;

        var program = await db.Programs.OfAsync(installation, cancel);
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO people (id, installation_id, external_id, name, time_zone, is_admin, standing, profile, skills) VALUES ({Guid.CreateVersion7(now)}, {installation.Id}, {request.Sender.ExternalId}, '', 'Etc/UTC', false, 'Member', jsonb_build_object(), '[]') ON CONFLICT DO NOTHING""", cancel) > 0;
        // NO KEY: another's turn may write rows that name this person (a question to both) without waiting for this turn, which may wait for theirs.
        var account = await db.People.FromSql($"SELECT * FROM people WHERE installation_id = {installation.Id} AND external_id = {request.Sender.ExternalId} FOR NO KEY UPDATE").SingleAsync(cancel);
        account.Seen(request.Sender.Facts);
        var person = account.SameAs is { } counted ? await db.People.FromSql($"SELECT * FROM people WHERE id = {counted} FOR NO KEY UPDATE").SingleAsync(cancel) : account; // always the other account first
        if (person.IsAppointed && program.IsAsCreated && program.Cadence.TimeZone == Zones.Unsaid) program.MoveTo(person.TimeZone, now);
        if (isNew || account.Name.Length == 0) installation.WantPeople(); // the directory has not told of them yet: it is read again soon
        var participant = await db.Participants.FirstOrDefaultAsync(each => each.ProgramId == program.Id && each.PersonId == person.Id, cancel);
        return new ChatTurn(installation, account, person, program, participant, request, now);
    }

    /// <summary>What somebody hears in a workspace that is not served: that the bot is not installed there, or that it pairs the people of another.</summary>
    public async Task<Reply> RefusalAsync(ChatRequest request, CancellationToken cancel)
    {
        var installAt = installations.InstallAt(request.Installation);
        return installAt is not null || await installations.IsKnownAsync(request.Installation, cancel) ? InstallationWords.NotInstalled(installAt) : MembershipWords.Stranger;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>
/// Shows guests out of programs that pair members only, with a word: some joined before the directory had told that they are guests, others while guests were welcome.
/// Whoever has left already is told nothing, so each is told once.
/// </summary>
public sealed partial class GuestDoor(PairingBotDb db, Outbox outbox, ILogger<GuestDoor> log)
{
    /// <param name="people">People who are known to be guests, as far as they are.</param>
    public async Task ShowOutAsync(IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var guests = people.Where(person => person.Standing == DirectoryStanding.Guest).ToDictionary(person => person.Id);
        if (guests.Count == 0) return;
        var ids = guests.Keys.ToList();
        var inside = await db.Participants.Where(participant => !participant.HasLeft && ids.Contains(participant.PersonId) && db.Programs.Any(program => program.Id == participant.ProgramId && !program.GuestsMayTakePart)).ToListAsync(cancel);
        var into = inside.ConvertAll(participant => participant.ProgramId);
        var programs = await db.Programs.Where(program => into.Contains(program.Id)).ToDictionaryAsync(program => program.Id, cancel);
        foreach (var participant in inside) ShowOut(programs[participant.ProgramId], guests[participant.PersonId], participant);
    }

    /// <summary>The program has just become one for members only.</summary>
    public async Task CloseAsync(PairingProgram program, CancellationToken cancel)
    {
        var inside = await db.Participants.Where(participant => participant.ProgramId == program.Id && !participant.HasLeft)
            .Join(db.People.Where(person => person.Standing == DirectoryStanding.Guest), participant => participant.PersonId, person => person.Id, (participant, person) => new { participant, person }).ToListAsync(cancel);
        foreach (var both in inside) ShowOut(program, both.person, both.participant);
    }

    private void ShowOut(PairingProgram program, Person guest, Participant participant)
    {
        participant.Leave();
        outbox.ToPeople([guest], MembershipWords.GuestLeaves(program), whenInDoubt: WhenInDoubt.SendAgain);
        LogShownOut(program.Id, guest.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} pairs no guests: {Person} was told so")]
    private partial void LogShownOut(Guid program, Guid person);
}

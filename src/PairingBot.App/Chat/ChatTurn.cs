using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Chat;

/// <summary>
/// One person's turn: who acts, in which installation and program, and when. The person's row is locked, so their turns come one after the other. <paramref name="Account"/> is what they act by, and where
/// an answer goes: another row than <paramref name="Person"/> where somebody is known twice, and this is not the account that counts.
/// </summary>
public sealed record ChatTurn(Installation Installation, Person Account, Person Person, PairingProgram Program, Participant? Participant, ChatRequest Request, DateTimeOffset Now)
{
    public bool IsOrganizer => Account.IsAdmin || Person.IsAdmin;
}

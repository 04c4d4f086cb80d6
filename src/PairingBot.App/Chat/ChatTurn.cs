using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Chat;

/// <summary>One person's turn: who acts, in which installation and program, and when. The person's row is locked, so their turns come one after the other.</summary>
public sealed record ChatTurn(Installation Installation, Person Person, PairingProgram Program, Participant? Participant, ChatRequest Request, DateTimeOffset Now);

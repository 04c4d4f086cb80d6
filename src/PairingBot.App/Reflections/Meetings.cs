using PairingBot.App.Chat;
using PairingBot.App.Conversations;
using PairingBot.App.Rounds;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>What follows when a conversation has been held, whoever says so and where: the group hears it, each looks back, and a series moves on.</summary>
public sealed class Meetings(PairingBook pairings, SeriesBook series, Outbox outbox)
{
    /// <param name="turn">Whoever says so.</param>
    /// <param name="pairing">Theirs, locked.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False when it was said before, or can no longer be.</returns>
    public async Task<bool> HoldAsync(ChatTurn turn, Pairing pairing, CancellationToken cancel)
    {
        if (!pairing.Meet(turn.Now)) return false;
        var people = await pairings.PeopleAsync(pairing, cancel);
        outbox.ToPeople(people, RoundWords.Met(turn.Person, people.Count), $"met:{pairing.Id:N}");
        foreach (var person in people)
            outbox.ToPeople([person], ReflectionWords.Prompt(pairing, people.FindAll(other => other.Id != person.Id)), $"reflection-prompt:{pairing.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        await series.HoldAsync(pairing, people, turn.Now, cancel);
        return true;
    }
}

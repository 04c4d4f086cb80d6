using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Rounds;

/// <summary>Somebody who wanted to take part in a round and could not: why, as a stored key and in the words that they were told.</summary>
public sealed class SitOut
{
    private SitOut()
    {
    }

    public Guid RoundId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Reason { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>Their match came to nothing, through no fault of theirs.</summary>
    public static SitOut LostPartner(Guid round, Guid person) =>
        new() { RoundId = round, PersonId = person, Reason = "partner-gone", Explanation = Texts.Plain("matching.partner-gone") };

    /// <summary>What was found for them did not come about, whoever of them had no time for it: in the same words for each.</summary>
    public static SitOut CameToNothing(Guid round, Guid person) =>
        new() { RoundId = round, PersonId = person, Reason = "came-to-nothing", Explanation = Texts.Plain("consent.sit-out") };

    public static SitOut From(Round round, PlannedSitOut planned) =>
        new() { RoundId = round.Id, PersonId = planned.PersonId, Reason = planned.Reason, Explanation = planned.Explanation };
}

using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>How dear this relationship is to both: the first wish of both is best.</summary>
internal sealed class MutualWish : PersonalCriterion
{
    private const int PerPlace = 20;

    public override string Key => "mutual-wish";

    public override bool IsGeneral => true;

    public override int Part(RosterEntry person, bool gives, int typeIndex)
    {
        var place = gives ? person.Offers(typeIndex) : person.Seeks(typeIndex);
        return place < 0 ? 0 : Math.Max(0, MostOfOneSide - PerPlace * place);
    }

    public override string? Reason(in Fit fit)
    {
        if (!fit.IsWanted || HasNoWish(fit.Seeker) || HasNoWish(fit.Giver)) return null;

        return fit.Type.IsSymmetric
            ? Texts.Plain("matching.wish.both", ("one", fit.Seeker.Name), ("other", fit.Giver.Name), ("relationship", fit.Type.SoughtLabel))
            : Texts.Plain("matching.wish", ("seeker", fit.Seeker.Name), ("relationship", fit.Type.SoughtLabel), ("giver", fit.Giver.Name));
    }

    private static bool HasNoWish(RosterEntry person) => person.Facts.Seeks.Count == 0 && person.Facts.Offers.Count == 0;
}

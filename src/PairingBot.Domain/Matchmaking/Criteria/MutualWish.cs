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
            ? $"{fit.Seeker.Name} and {fit.Giver.Name} both said yes to meeting {fit.Type.SoughtLabel}."
            : $"{fit.Seeker.Name} is looking for {fit.Type.SoughtLabel}, and {fit.Giver.Name} is ready to be one.";
    }

    private static bool HasNoWish(RosterEntry person) => person.Facts.Seeks.Count == 0 && person.Facts.Offers.Count == 0;
}

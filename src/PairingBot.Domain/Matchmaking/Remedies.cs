namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// What would surely have given a partner to somebody whom the plan leaves out. One more kind of conversation does so when it would let them meet somebody else who
/// was left out, or be the third of a pair of peers: then a plan would serve more people than this one, and any such plan must use the new wish, hence the person.
/// </summary>
internal sealed class Remedies(Roster roster, Judge judge, IReadOnlyList<Table> tables)
{
    private readonly Lazy<List<RosterEntry>> leftOut = new(() =>
    {
        var served = tables.SelectMany(table => table.People).ToHashSet();
        return [.. roster.People.Where(person => !served.Contains(person.Index))];
    });

    public bool OneMoreKindHelps(RosterEntry person)
    {
        for (var type = 0; type < roster.Types.Count; type++)
        {
            if (Helps(person, type)) return true;
        }

        return false;
    }

    private bool Helps(RosterEntry person, int type)
    {
        var isNewToSeek = person.Seeks(type) < 0;
        if (roster.Types[type].IsSymmetric)
            return isNewToSeek && (leftOut.Value.Exists(other => IsPeer(other) && MayMeet(other)) || tables.Any(CouldTakeAThird));

        var isNewToOffer = person.Offers(type) < 0;
        return leftOut.Value.Exists(other => other != person
            && ((isNewToSeek && other.Offers(type) >= 0 && Judge.Allows(judge.FitOf(person, other, type)))
                || (isNewToOffer && other.Seeks(type) >= 0 && Judge.Allows(judge.FitOf(other, person, type)))));

        bool IsPeer(RosterEntry other) => other.Seeks(type) >= 0;
        bool MayMeet(RosterEntry other) => other != person && Judge.Allows(judge.FitOf(person, other, type));
        bool CouldTakeAThird(Table table)
        {
            if (table.People.Count != 2) return false;

            var (one, other) = (roster.People[table.People[0]], roster.People[table.People[1]]);
            return IsPeer(one) && IsPeer(other) && MayMeet(one) && MayMeet(other) && Judge.Allows(judge.FitOf(one, other, type));
        }
    }
}

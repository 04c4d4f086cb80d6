namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// People who meet together and the relationship they meet in. Two meet in their candidate pair's; three or more as peers where all of them accept that and
/// may, otherwise around one person: one mentor and two mentees, or one mentee and two mentors. <paramref name="Hub"/> is that person's place, or -1.
/// </summary>
internal sealed record Table(int Type, IReadOnlyList<int> People, int Hub, bool HubGives)
{
    public const int NoHub = -1;

    public bool IsSeeker(int place) => Hub == NoHub || HubGives != (place == Hub);

    /// <summary>The table at which these three or more may sit, or null. The first in the list is tried first as the one in the middle.</summary>
    public static Table? Of(Roster roster, Judge judge, IReadOnlyList<int> people)
    {
        for (var type = 0; type < roster.Types.Count; type++)
        {
            if (roster.Types[type].IsSymmetric && AllAmongEachOther(roster, judge, people, type)) return new Table(type, people, NoHub, false);
        }

        for (var hub = 0; hub < people.Count; hub++)
        {
            for (var type = 0; type < roster.Types.Count; type++)
            {
                if (roster.Types[type].IsSymmetric) continue;
                if (AllAround(roster, judge, people, type, hub, hubGives: true)) return new Table(type, people, hub, true);
                if (AllAround(roster, judge, people, type, hub, hubGives: false)) return new Table(type, people, hub, false);
            }
        }

        return null;
    }

    /// <summary>The sides of the table between which the relationship is, as questions to the criteria.</summary>
    public IEnumerable<Fit> Fits(Roster roster, Judge judge)
    {
        for (var one = 0; one < People.Count; one++)
        {
            for (var other = one + 1; other < People.Count; other++)
            {
                if (Hub != NoHub && one != Hub && other != Hub) continue;

                var (seeker, giver) = IsSeeker(one) ? (one, other) : (other, one);
                yield return judge.FitOf(roster.People[People[seeker]], roster.People[People[giver]], Type);
            }
        }
    }

    private static bool AllAmongEachOther(Roster roster, Judge judge, IReadOnlyList<int> people, int type)
    {
        for (var one = 0; one < people.Count; one++)
        {
            for (var other = one + 1; other < people.Count; other++)
            {
                var fit = judge.FitOf(roster.People[people[one]], roster.People[people[other]], type);
                if (!fit.IsWanted || !Judge.Allows(fit)) return false;
            }
        }

        return true;
    }

    private static bool AllAround(Roster roster, Judge judge, IReadOnlyList<int> people, int type, int hub, bool hubGives)
    {
        for (var one = 0; one < people.Count; one++)
        {
            if (one == hub) continue;

            var (guest, middle) = (roster.People[people[one]], roster.People[people[hub]]);
            var fit = hubGives ? judge.FitOf(guest, middle, type) : judge.FitOf(middle, guest, type);
            if (!fit.IsWanted || !Judge.Allows(fit)) return false;

            for (var other = one + 1; other < people.Count; other++)
            {
                if (other != hub && !Judge.AllowsBeside(judge.FitOf(guest, roster.People[people[other]], type))) return false;
            }
        }

        return true;
    }
}

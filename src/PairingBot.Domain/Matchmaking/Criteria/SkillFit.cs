using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// Whether the giver offers a skill that the seeker wants, at a higher level than the seeker's own today. Where there are no sides both directions count, and
/// a trade of one skill for another is the best there is.
/// </summary>
internal sealed class SkillFit : WeightedCriterion
{
    private const int Enough = 70;

    public override string Key => "skill-fit";

    public override int Score(in Fit fit)
    {
        var forth = Best(fit.Seeker, fit.Giver).Points;
        if (!fit.Type.IsSymmetric) return forth;

        var back = Best(fit.Giver, fit.Seeker).Points;
        return BothWays(forth, back);
    }

    /// <summary>The most that two can score, as far as it is known in which directions a wanted skill may meet an offered one.</summary>
    public static int Most(bool mayForth, bool mayBack, bool isSymmetric) => isSymmetric ? BothWays(mayForth ? 100 : 0, mayBack ? 100 : 0) : mayForth ? 100 : 0;

    public override string? Reason(in Fit fit)
    {
        var forth = Best(fit.Seeker, fit.Giver);
        var back = fit.Type.IsSymmetric ? Best(fit.Giver, fit.Seeker) : default;
        if (forth.Points >= Enough && back.Points >= Enough)
        {
            return Texts.Plain("matching.skills.both",
                ("one", fit.Seeker.Name), ("one-skill", fit.Seeker.Facts.SkillsWanted[forth.Wanted].Name), ("other", fit.Giver.Name), ("other-skill", fit.Giver.Facts.SkillsWanted[back.Wanted].Name));
        }

        if (forth.Points >= Enough) return Sentence(fit.Seeker, fit.Giver, forth);

        return back.Points >= Enough ? Sentence(fit.Giver, fit.Seeker, back) : null;
    }

    private static int BothWays(int forth, int back) => Math.Min(100, Math.Max(forth, back) * 3 / 4 + Math.Min(forth, back) / 4);

    private static (int Points, int Wanted, int Offered) Best(RosterEntry seeker, RosterEntry giver)
    {
        var best = (Points: 0, Wanted: -1, Offered: -1);
        if ((seeker.AllWanted.Shadow & giver.AllOffered.Shadow) == 0) return best;

        for (var w = 0; w < seeker.WantedSkills.Length; w++)
        {
            for (var o = 0; o < giver.OfferedSkills.Length; o++)
            {
                if (!seeker.WantedSkills[w].IsSameSkillAs(giver.OfferedSkills[o])) continue;

                var points = Points(seeker.WantedLevels[w], giver.OfferedLevels[o]);
                if (points > best.Points) best = (points, w, o);
            }
        }

        return best;
    }

    private static int Points(int wanted, int offered)
    {
        if (wanted <= 0 || offered <= 0) return Enough;

        return (offered - wanted) switch { < 0 => 0, 0 => 25, 1 => 85, 2 => 100, 3 => 95, _ => 80 };
    }

    private static string Sentence(RosterEntry seeker, RosterEntry giver, (int Points, int Wanted, int Offered) best)
    {
        var (wanted, offered) = (seeker.Facts.SkillsWanted[best.Wanted].Name, giver.Facts.SkillsOffered[best.Offered]);
        return Texts.Plain("matching.skill", ("seeker", seeker.Name), ("wanted", wanted), ("giver", giver.Name),
            ("same", wanted.Equals(offered.Name, StringComparison.OrdinalIgnoreCase)), ("offered", offered.Name), ("level", Math.Max(0, offered.Level)));
    }
}

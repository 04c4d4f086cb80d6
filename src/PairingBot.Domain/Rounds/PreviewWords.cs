using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Rounds;

/// <summary>What organizers read about the round to come. Whoever would be left out is named with the kind of the reason, never with a wish that they told in silence.</summary>
public static class PreviewWords
{
    private const int MostNames = 10;

    /// <summary>The reasons that have words of their own; any other is told as the rules together.</summary>
    private static readonly string[] Reasons =
    [
        SitOutReasons.NobodyElse, SitOutReasons.NoMatchingWish, SitOutReasons.NobodyFitting, SitOutReasons.ReportingLine, SitOutReasons.NoSharedHours, SitOutReasons.CoolDown, SitOutReasons.NoPartnerFree, SitOutReasons.OddOne,
    ];

    /// <summary>The rules by their keys, as what forces people to meet again.</summary>
    private static readonly string[] Forces = [Forecast.People, Forecast.Wishes, "shared-working-hours", "no-reporting-line", "right-experience"];

    public static Reply Preview(RoundPreview preview, PairingProgram program, Person organizer)
    {
        var plan = preview.Plan;
        var people = preview.Snapshot.Candidates.Count;
        List<MessagePiece> pieces =
        [
            new Heading(Texts.Plain("preview.title")),
            new Paragraph(Texts.Of("preview.people", ("people", people), ("when", MembershipWords.Moment(organizer, program.NextRoundAt)))),
            new Bullets([.. Conversations(plan), Texts.Of("preview.repeats", ("count", preview.Repeats)), Texts.Of("preview.left-out", ("count", plan.SitOuts.Count))]),
        ];
        if (plan.SitOuts.Count > 0) pieces.Add(new Bullets([.. LeftOut(preview)]));
        pieces.Add(new Paragraph(Ahead(preview, program, organizer)));
        return new Say(new ChatMessage("round-preview", Texts.Plain("preview.summary"), pieces));
    }

    public static Reply TooManyToPreview => Reply.Say("too-many-to-preview", Texts.Of("preview.too-many", ("most", RoundPreview.MostPeople.ToString(CultureInfo.InvariantCulture))));

    private static IEnumerable<ChatText> Conversations(PairingPlan plan) => plan.Pairings.Count == 0
        ? [Texts.Of("preview.no-conversation")]
        : RelationshipCatalog.All.Select(type => (type.Key, Count: plan.Pairings.Count(pairing => pairing.RelationshipType == type.Key))).Where(type => type.Count > 0)
            .Select(type => Texts.Of("preview.conversations", ("count", type.Count), ("type", type.Key)))
            .Append(plan.Pairings.Count(pairing => pairing.Members.Count > 2) is > 0 and var more ? Texts.Of("preview.larger", ("count", more)) : Texts.Of("preview.all-in-pairs"));

    private static IEnumerable<ChatText> LeftOut(RoundPreview preview)
    {
        var names = preview.Snapshot.Candidates.ToDictionary(person => person.PersonId, person => person.Name);
        foreach (var sitOut in preview.Plan.SitOuts.Take(MostNames))
            yield return Texts.Of("preview.left-out.person", ("name", names[sitOut.PersonId]), ("why", Texts.Of($"preview.why.{Known(Reasons, sitOut.Reason)}")));
        if (preview.Plan.SitOuts.Count > MostNames) yield return Texts.Of("preview.left-out.more", ("count", preview.Plan.SitOuts.Count - MostNames));
    }

    private static string Known(string[] keys, string key) => keys.Contains(key) ? key : "other";

    private static ChatText Ahead(RoundPreview preview, PairingProgram program, Person organizer)
    {
        if (preview.Snapshot.Rules.GroupSize > 2) return Texts.Of("preview.ahead.groups");
        if (preview.Forecast is not { } forecast) return Texts.Of("preview.ahead.too-long");

        var now = preview.Snapshot.RoundNumber;
        var force = Texts.Of($"preview.force.{Known(Forces, forecast.Rule)}");
        if (forecast.AtLatest == now) return Texts.Of("preview.ahead.now", ("force", force));

        var (latest, latestDay) = (forecast.AtLatest, DayOf(program, organizer, forecast.AtLatest - now));
        if (forecast.NotBefore == now)
            return Texts.Of(forecast.IsPlannedThrough ? "preview.ahead.from-now" : "preview.ahead.unplanned", ("latest", latest), ("latest-day", latestDay), ("force", force));
        if (forecast.NotBefore == latest) return Texts.Of("preview.ahead.exact", ("latest", latest), ("latest-day", latestDay), ("force", force));

        return Texts.Of(
            forecast.IsPlannedThrough ? "preview.ahead.between" : "preview.ahead.planned-in-part",
            ("round", forecast.NotBefore), ("day", DayOf(program, organizer, forecast.NotBefore - now)), ("latest", latest), ("latest-day", latestDay), ("force", force));
    }

    private static string DayOf(PairingProgram program, Person organizer, int roundsFromNext)
    {
        var at = program.NextRoundAt;
        for (var round = 0; round < roundsFromNext; round++) at = program.Cadence.NextAfter(at, at);
        return Days.Short(Zones.Day(organizer.Zone, at), Zones.Day(organizer.Zone, program.NextRoundAt));
    }
}

using PairingBot.Domain.Chat;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Rounds;

/// <summary>What organizers read about the round to come. Whoever would be left out is named with the kind of the reason, never with a wish that they told in silence.</summary>
public static class PreviewWords
{
    private const int MostNames = 10;

    private static readonly (string Reason, string Words)[] Reasons =
    [
        (SitOutReasons.NobodyElse, "nobody else takes part"),
        (SitOutReasons.NoMatchingWish, "nobody wants the other side of what they look for or offer"),
        (SitOutReasons.NobodyFitting, "nobody has the experience that the relationship needs"),
        (SitOutReasons.ReportingLine, "the reporting line"),
        (SitOutReasons.NoSharedHours, "no shared working hours"),
        (SitOutReasons.CoolDown, "met everybody suitable only a short while ago"),
        (SitOutReasons.NoPartnerFree, "every possible partner was needed for somebody else"),
        (SitOutReasons.OddOne, "an odd number of people"),
    ];

    /// <summary>The rules by their keys, as what forces people to meet again.</summary>
    private static readonly (string Rule, string Words)[] Forces =
    [
        (Forecast.People, "Everybody has met everybody by then, or nearly; more people would put it off."),
        (Forecast.Wishes, "It comes from what people look for and offer; more kinds of conversation that people say yes to would put it off."),
        ("shared-working-hours", "It is the working hours that force it."),
        ("no-reporting-line", "It is the reporting lines that force it."),
        ("right-experience", "It is the levels and years that each relationship needs that force it."),
    ];

    public static Reply Preview(RoundPreview preview, PairingProgram program, Person organizer)
    {
        var plan = preview.Plan;
        var people = preview.Snapshot.Candidates.Count;
        List<MessagePiece> pieces =
        [
            new Heading("The next round, as it would be now"),
            new Paragraph(ChatText.Of($"{people} people would take part. The round opens {MembershipWords.Moment(organizer, program.NextRoundAt)}; nothing has been sent yet.")),
            new Bullets([.. Conversations(plan), Repeats(preview.Repeats), LeftOutCount(plan.SitOuts.Count)]),
        ];
        if (plan.SitOuts.Count > 0) pieces.Add(new Bullets([.. LeftOut(preview)]));
        pieces.Add(new Paragraph(Ahead(preview, program, organizer)));
        return new Say(new ChatMessage("round-preview", "The next round, as it would be now.", pieces));
    }

    public static Reply TooManyToPreview { get; } = Reply.Say("too-many-to-preview",
        ChatText.Of($"More than {RoundPreview.MostPeople} people would take part, and planning all of them takes longer than a chat waits. The round itself takes the time that it needs."));

    private static IEnumerable<ChatText> Conversations(PairingPlan plan) => plan.Pairings.Count == 0
        ? [ChatText.Of($"No conversation")]
        : RelationshipCatalog.All.Select(type => (type.Key, Count: plan.Pairings.Count(pairing => pairing.RelationshipType == type.Key))).Where(type => type.Count > 0)
            .Select(type => ChatText.Of($"{type.Count} × {type.Key}"))
            .Append(plan.Pairings.Count(pairing => pairing.Members.Count > 2) is > 0 and var more ? ChatText.Of($"{more} of them with more than two people") : ChatText.Of($"All of them in pairs"));

    private static ChatText Repeats(int repeats) => repeats switch
    {
        0 => ChatText.Of($"Nobody meets the same person twice"),
        1 => ChatText.Of($"Two people meet again"),
        _ => ChatText.Of($"{repeats} times two people meet again"),
    };

    private static ChatText LeftOutCount(int count) => count switch
    {
        0 => ChatText.Of($"Nobody is left out"),
        1 => ChatText.Of($"1 person is left out:"),
        _ => ChatText.Of($"{count} people are left out:"),
    };

    private static IEnumerable<ChatText> LeftOut(RoundPreview preview)
    {
        var names = preview.Snapshot.Candidates.ToDictionary(person => person.PersonId, person => person.Name);
        foreach (var sitOut in preview.Plan.SitOuts.Take(MostNames)) yield return ChatText.Of($"{names[sitOut.PersonId]}: {WordsOf(sitOut.Reason)}");
        if (preview.Plan.SitOuts.Count > MostNames) yield return ChatText.Of($"and {preview.Plan.SitOuts.Count - MostNames} more");
    }

    private static string WordsOf(string reason) => Reasons.FirstOrDefault(known => known.Reason == reason).Words ?? "the rules of the program together";

    private static ChatText Ahead(RoundPreview preview, PairingProgram program, Person organizer)
    {
        if (preview.Snapshot.Rules.GroupSize > 2) return ChatText.Of($"In groups, people meet again sooner than in pairs; I don't look further ahead there.");
        if (preview.Forecast is not { } forecast) return ChatText.Of($"I can't look further ahead here in a moment.");

        var now = preview.Snapshot.RoundNumber;
        if (forecast.AtLatest == now) return ChatText.Of($"Already in this round, two people have to meet again, or somebody sits out. {Force(forecast)}");
        if (forecast.NotBefore == now && !forecast.IsPlannedThrough) return ChatText.Of($"By {On(forecast.AtLatest)}, somebody has to meet the same person twice, whatever the plan. {Force(forecast)}");
        if (forecast.NotBefore == now) return ChatText.Of($"From now on, two people may have to meet again. By {On(forecast.AtLatest)}, there is no way around it. {Force(forecast)}");
        if (forecast.NotBefore == forecast.AtLatest)
            return ChatText.Of($"If the same people stay, nobody needs to meet the same person twice before {On(forecast.AtLatest)}. {Force(forecast)}");

        var lead = forecast.IsPlannedThrough
            ? ChatText.Of($"If the same people stay, nobody needs to meet the same person twice before {On(forecast.NotBefore)}.")
            : ChatText.Of($"If the same people stay, nobody needs to meet the same person twice before {On(forecast.NotBefore)}, as far as I have planned.");
        return ChatText.Of($"{lead} By {On(forecast.AtLatest)}, there is no way around it. {Force(forecast)}");

        string On(int round) => $"round {round}, about {DayOf(program, organizer, round - now)}";
    }

    private static string Force(Forecast forecast) =>
        Forces.FirstOrDefault(known => known.Rule == forecast.Rule).Words ?? "It comes from the rules of the program together.";

    private static string DayOf(PairingProgram program, Person organizer, int roundsFromNext)
    {
        var at = program.NextRoundAt;
        for (var round = 0; round < roundsFromNext; round++) at = program.Cadence.NextAfter(at, at);
        var day = Zones.Day(organizer.Zone, at);
        return day.ToString(day.Year == Zones.Day(organizer.Zone, program.NextRoundAt).Year ? "d MMMM" : "d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }
}

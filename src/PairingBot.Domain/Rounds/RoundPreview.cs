using PairingBot.Domain.Matchmaking;

namespace PairingBot.Domain.Rounds;

/// <summary>
/// What a round would be if it opened with this snapshot, and nothing of it stored. <paramref name="Repeats"/>: pairs at one table who met before.
/// <paramref name="Forecast"/> is null where there is nothing to foresee, or too much to look at in a moment.
/// </summary>
public sealed record RoundPreview(RoundSnapshot Snapshot, PairingPlan Plan, int Repeats, Forecast? Forecast)
{
    /// <summary>Larger rounds are planned as well, but not while somebody waits for an answer in a chat.</summary>
    public const int MostPeople = 1_000;

    private const int MostPeopleForecast = 250;

    /// <param name="snapshot">What the round would be planned from.</param>
    /// <param name="enough">Ends the planning of later rounds; the answer then rests on those planned until then.</param>
    /// <param name="cancel">Ends it without an answer.</param>
    public static RoundPreview Of(RoundSnapshot snapshot, CancellationToken enough, CancellationToken cancel)
    {
        var plan = Matchmaker.Plan(snapshot);
        var met = snapshot.History.Select(meeting => meeting.Ends()).ToHashSet();
        var repeats = plan.Pairings.SelectMany(pairing => pairing.MeetingsIn(snapshot.RoundNumber)).Count(meeting => met.Contains(meeting.Ends()));
        return new RoundPreview(snapshot, plan, repeats, snapshot.Candidates.Count > MostPeopleForecast ? null : Forecast.Of(snapshot, enough, cancel));
    }
}

using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Conversations;

/// <summary>
/// What running series take from a round: a giver has one place less for each, whoever has a mentor looks for no other, and two who talk with each other anyway are not brought together
/// once more. Who gives in all that they offered may still seek, and the other way round.
/// </summary>
public sealed class SeriesLoad(IReadOnlyList<RunningSeries> running)
{
    private readonly ILookup<Guid, (RunningSeries Series, SeriesMember Member)> own =
        running.SelectMany(series => series.Members.Select(member => (series, member))).ToLookup(each => each.member.PersonId);

    /// <returns>Null when nothing is left that the person would take part for.</returns>
    public Candidate? On(Candidate candidate)
    {
        var mine = own[candidate.PersonId].ToList();
        if (mine.Count == 0) return candidate;
        var left = candidate.Capacity - mine.Count(each => each.Member.Gives);
        var held = mine.Where(each => !each.Member.Gives && RelationshipCatalog.Find(each.Series.RelationshipType) is { IsSymmetric: false }).Select(each => each.Series.RelationshipType).ToList();
        var (seeks, offers) = (candidate.Seeks.Except(held).ToList(), left > 0 ? candidate.Offers : []);
        return seeks.Count + offers.Count == 0 ? null : candidate with
        {
            Seeks = seeks,
            Offers = offers,
            Capacity = Math.Max(1, left),
            DoNotMatch = [.. candidate.DoNotMatch.Union(mine.SelectMany(each => each.Series.Members).Select(member => member.PersonId).Where(other => other != candidate.PersonId))],
        };
    }
}

/// <summary>A series that has not ended, as a round sees it.</summary>
public sealed record RunningSeries(string RelationshipType, IReadOnlyList<SeriesMember> Members);

public sealed record SeriesMember(Guid PersonId, bool Gives);

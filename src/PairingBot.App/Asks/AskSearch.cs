using Microsoft.EntityFrameworkCore;
using Npgsql;
using PairingBot.App.Storage;
using PairingBot.Domain.Asks;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Asks;

/// <summary>
/// Who may be asked for advice. The database narrows to two hundred: by full text, and where that finds too few by likeness (for slips of the fingers; only where the extension pg_trgm is
/// there). Who of them knows best is the domain's to say.
/// </summary>
public sealed class AskSearch(PairingBotDb db)
{
    /// <summary>What people offer in the open. Goals are private, and not among it.</summary>
    private const string Known =
        """
        concat_ws(' ', people.title, coalesce(people.profile ->> 'department', people.listing ->> 'department'),
            (SELECT string_agg(skill ->> 'name', ' ') FROM jsonb_array_elements(people.skills) AS skill WHERE skill ->> 'side' = 'Offered'))
        """;

    private const string ByWords = $"to_tsvector('english', {Known}) @@ to_tsquery('english', @query)";
    private const string WordRank = $"ts_rank(to_tsvector('english', {Known}), to_tsquery('english', @query))";
    private const string ByLikeness = $"EXISTS (SELECT 1 FROM unnest(@terms) AS term WHERE word_similarity(term, {Known}) >= 0.4)";
    private const string LikenessRank = $"(SELECT max(word_similarity(term, {Known})) FROM unnest(@terms) AS term)";
    private const string ByPerson = "people.id = @person";

    /// <summary>In, here and free to be asked (as <see cref="Participant.StateAt"/> says it), and nothing stands between the two.</summary>
    private const string Askable =
        """
        people.id <> @seeker AND (people.email IS NULL OR people.email <> coalesce((SELECT email FROM people own WHERE own.id = @seeker), '')) AND people.name <> '' AND people.standing = ANY (@standings) AND people.unreachable IS NULL
        AND NOT has_left AND NOT is_away AND NOT is_resting AND (paused_until IS NULL OR paused_until <= @now)
        AND NOT EXISTS (SELECT 1 FROM do_not_matches WHERE (person_id, other_id) IN ((people.id, @seeker), (@seeker, people.id)))
        AND NOT EXISTS (SELECT 1 FROM ask_candidates WHERE ask_candidates.person_id = people.id AND ask_candidates.state = 'Asked')
        AND (SELECT count(*) FROM ask_candidates WHERE ask_candidates.person_id = people.id AND asked_at > @lately) < 2
        AND NOT EXISTS (SELECT 1 FROM pairings JOIN pairing_members one ON one.pairing_id = pairings.id JOIN pairing_members other ON other.pairing_id = pairings.id
            WHERE one.person_id = people.id AND other.person_id = @seeker AND NOT one.is_released AND pairings.state IN ('Proposed', 'Introduced', 'TimeFound')
            AND CASE WHEN pairings.round_id IS NULL THEN introduced_at > @lately ELSE pairings.program_id = @program AND round_number = @round END)
        AND (SELECT count(*) FROM pairings JOIN pairing_members member ON member.pairing_id = pairings.id JOIN ask_candidates ON ask_candidates.person_id = member.person_id AND ask_candidates.pairing_id = pairings.id
            WHERE member.person_id = people.id AND NOT member.is_released AND pairings.state IN ('Introduced', 'TimeFound') AND introduced_at > @lately) < participants.capacity
        """;

    private const string From = "FROM people JOIN participants ON participants.person_id = people.id AND participants.program_id = @program";

    /// <summary>Nobody above or below in the whole line.</summary>
    private const string OutsideOfTheLine =
        """
        , line AS (SELECT found.id AS start, found.id AS id FROM found UNION SELECT @seeker, @seeker
            UNION SELECT line.start, coalesce(manager_id, listed_manager_id) FROM line JOIN people ON people.id = line.id WHERE coalesce(manager_id, listed_manager_id) IS NOT NULL)
        SELECT found.id AS "Value" FROM found
        WHERE NOT EXISTS (SELECT 1 FROM line WHERE (line.start = found.id AND line.id = @seeker) OR (line.start = @seeker AND line.id = found.id)) ORDER BY found.rank DESC, found.id
        """;

    private const string Words = $"WITH RECURSIVE found AS (SELECT people.id, {WordRank} AS rank {From} WHERE {Askable} AND {ByWords} ORDER BY rank DESC, people.id LIMIT 200){OutsideOfTheLine}";
    private const string Like = $"WITH RECURSIVE found AS (SELECT people.id, {LikenessRank} AS rank {From} WHERE {Askable} AND {ByLikeness} ORDER BY rank DESC, people.id LIMIT 200){OutsideOfTheLine}";
    private const string One = $"WITH RECURSIVE found AS (SELECT people.id, 1 AS rank {From} WHERE {Askable} AND {ByPerson}){OutsideOfTheLine}";

    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>Those who may have the insight, best first, at most <see cref="Ask.MostPeople"/>.</summary>
    public async Task<List<(Person Person, Insight Insight)>> FindAsync(PairingProgram program, Person seeker, string topic, DateTimeOffset now, CancellationToken cancel)
    {
        var search = TopicFinder.Search(topic);
        if (search.Count == 0) return [];
        var found = await RankAsync(Words, new NpgsqlParameter("query", string.Join(" | ", search.Select(word => $"'{word}'"))));
        if (found.Count < Ask.MostPeople && TopicFinder.Typed(topic) is { Count: > 0 } typed && await KnowsLikenessAsync(cancel))
        {
            var like = await RankAsync(Like, new NpgsqlParameter("terms", typed.ToArray()));
            found.AddRange(like.Where(each => found.TrueForAll(known => known.Person.Id != each.Person.Id)));
        }

        return [.. found.OrderByDescending(each => each.Insight.Points).Take(Ask.MostPeople)];

        async Task<List<(Person Person, Insight Insight)>> RankAsync(string sql, NpgsqlParameter terms)
        {
            var ids = await AskAsync(sql, program, seeker.Id, terms, now, cancel);
            var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
            return [.. TopicFinder.Rank(topic, seeker.Id, people.Values.Select(AskFit.Knower)).Select(insight => (people[insight.PersonId], insight))];
        }
    }

    /// <summary>Whether this one may be asked at this moment. Until the transaction ends, nobody else asks them.</summary>
    public async Task<bool> MayBeAskedAsync(PairingProgram program, Guid seeker, Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        var isFree = await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({"ask:" + person}, 0)) AS "Value" """).SingleAsync(cancel);
        return isFree && (await AskAsync(One, program, seeker, new NpgsqlParameter("person", person), now, cancel)).Count == 1;
    }

    private async Task<List<Guid>> AskAsync(string sql, PairingProgram program, Guid seeker, NpgsqlParameter own, DateTimeOffset now, CancellationToken cancel)
    {
        object[] parameters =
        [
            new NpgsqlParameter("program", program.Id), new NpgsqlParameter("round", program.LastRoundNumber),
            new NpgsqlParameter("standings", program.Admitted.Select(standing => standing.ToString()).ToArray()),
            new NpgsqlParameter("seeker", seeker), new NpgsqlParameter("now", now), new NpgsqlParameter("lately", now - Lately), own,
        ];
        return await db.Database.SqlQueryRaw<Guid>(sql, parameters).ToListAsync(cancel);
    }

    /// <summary>On a hosted server it may be missing.</summary>
    private Task<bool> KnowsLikenessAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS "Value" """).SingleAsync(cancel);
}

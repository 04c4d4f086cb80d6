using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Asks;

/// <summary>What somebody answers who is asked for advice: a yes begins a conversation like any other; a no passes on to the next, and nobody learns of it.</summary>
public sealed class AskAnswers(PairingBotDb db, SealedAsks texts, AskBook asks, AskTurns turns, AskOpening opening)
{
    public async Task<Reply> AnswerAsync(ChatTurn turn, string argument, bool isYes, CancellationToken cancel)
    {
        if (await asks.OfAskedAsync(turn, argument, cancel) is not var (ask, candidate)) return RoundWords.NotYours;
        if (candidate.State == AskedState.Passed && !isYes) return AskWords.NoThanks;
        if (ask.State != AskState.Asking || candidate.State != AskedState.Asked) return AskWords.Settled;
        if (!isYes)
        {
            await PassAsync(turn, ask, candidate, cancel);
            return AskWords.NoThanks;
        }

        var seeker = await db.People.SingleAsync(person => person.Id == ask.SeekerId, cancel);
        if (!await MayMeetAsync(turn, seeker, cancel))
        {
            await PassAsync(turn, ask, candidate, cancel);
            return AskWords.Settled;
        }

        ask.Agree(candidate);
        var skill = AskFit.SkillFor(texts.Topic(ask), seeker, turn.Person);
        await opening.OpenAsync(turn, candidate, seeker, skill, texts.Request(ask, candidate), cancel);
        return AskWords.YesThanks(seeker);
    }

    private async Task PassAsync(ChatTurn turn, Ask ask, AskCandidate candidate, CancellationToken cancel)
    {
        Ask.Pass(candidate);
        await turns.GoOnAndTellAsync(ask, turn.Program, turn.Now, cancel);
    }

    /// <summary>Much may have happened since the question went out.</summary>
    private async Task<bool> MayMeetAsync(ChatTurn turn, Person seeker, CancellationToken cancel) =>
        turn.Program.Admits(seeker) && turn.Program.Admits(turn.Person)
        && await db.Participants.AnyAsync(row => row.ProgramId == turn.Program.Id && row.PersonId == seeker.Id && !row.HasLeft, cancel)
        && !await db.DoNotMatches.AnyAsync(wish => (wish.PersonId == seeker.Id && wish.OtherId == turn.Person.Id) || (wish.PersonId == turn.Person.Id && wish.OtherId == seeker.Id), cancel);
}

/// <summary>The conversation that an ask brings: a pairing without a round, its introduction, and the request to read on in the group.</summary>
public sealed class AskOpening(PairingBotDb db, Introductions introductions, Outbox outbox)
{
    public async Task OpenAsync(ChatTurn turn, AskCandidate agreed, Person seeker, SkillFact? skill, string request, CancellationToken cancel)
    {
        var type = RelationshipCatalog.Find(agreed.RelationshipType) ?? RelationshipCatalog.Default;
        var pairing = Pairing.Introduce(turn.Program, AskFit.Plan(type, seeker, turn.Person, skill, turn.Now), seeker.Id, turn.Now);
        db.Pairings.Add(pairing);
        agreed.Open(pairing);
        await introductions.WriteAsync(turn.Program, [pairing], RoundSeed.Of(pairing.Id, pairing.RoundNumber), turn.Now, cancel);
        outbox.ToPeople([seeker, turn.Person], AskWords.Request(seeker, request), $"ask-request:{pairing.Id:N}");
    }
}

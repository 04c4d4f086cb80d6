using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Asks;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Asks;

/// <summary>Whose turn it is in an ask: one at a time, in the seeker's order, and whoever may not be asked at this moment is passed over in silence. It belongs to the transaction of whoever calls.</summary>
public sealed partial class AskTurns(PairingBotDb db, AskSearch search, SealedAsks texts, Outbox outbox, ILogger<AskTurns> log)
{
    /// <summary>Asks the next one; where nobody is left, the ask is over.</summary>
    /// <returns>Whether it is over now.</returns>
    public async Task<bool> GoOnAsync(Ask ask, PairingProgram program, DateTimeOffset now, CancellationToken cancel)
    {
        var seeker = await db.People.SingleAsync(person => person.Id == ask.SeekerId, cancel);
        var isIn = program.Admits(seeker) && await db.Participants.AnyAsync(row => row.ProgramId == program.Id && row.PersonId == seeker.Id && !row.HasLeft, cancel);
        if (!isIn) return ask.CallOff();
        while (ask.Next() is { } next)
        {
            if (!await search.MayBeAskedAsync(program, seeker.Id, next.PersonId, now, cancel))
            {
                Ask.Pass(next);
                continue;
            }

            var person = await db.People.SingleAsync(row => row.Id == next.PersonId, cancel);
            ask.Put(next, now, WorkingCalendar.After(now, AskWords.WorkingDays, program.Cadence.Zone, [person]));
            outbox.ToPeople([person], AskWords.Question(ask, next, seeker, texts.Request(ask, next)), QuestionKey(ask, next), whenInDoubt: WhenInDoubt.SendAgain);
            return false;
        }

        return ask.RunOut();
    }

    /// <summary>After a no, or silence: the next one, or the end, of which the seeker is told.</summary>
    public async Task GoOnAndTellAsync(Ask ask, PairingProgram program, DateTimeOffset now, CancellationToken cancel)
    {
        var isOver = await GoOnAsync(ask, program, now, cancel);
        LogWentOn(ask.Id, ask.State);
        if (!isOver || ask.State != AskState.NobodyFree) return;
        var seeker = await db.People.SingleAsync(person => person.Id == ask.SeekerId, cancel);
        outbox.ToPeople([seeker], AskWords.NobodyHasTime(ask), $"ask-over:{ask.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
    }

    /// <summary>Under which the request to one person stands in the outbox.</summary>
    private static string QuestionKey(Ask ask, AskCandidate asked) => $"ask:{ask.Id:N}:{asked.PersonId:N}";

    /// <summary>In the same words after a no and after silence.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "Ask {Ask} went on: it is {State} now")]
    private partial void LogWentOn(Guid ask, AskState state);
}

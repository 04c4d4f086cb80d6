using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Conversations;

/// <summary>
/// Conversations that follow each other, because all of the people wished it: so many, so far apart, and an end that is asked for. Its people are those of its pairings.
/// <code>
///  Running ──► LookingBack ──► Ended
///     ▲  │          │            ▲
///     └──┼──────────┘ all go on  │
///        └───────────────────────┘ one finishes, or can no longer take part
/// </code>
/// Each question (half-way; after the last; after two that did not come about) has a number, so that a press on an earlier one counts no more.
/// </summary>
public sealed class Series
{
    private const int MissedInRow = 2;

    /// <summary>Who does not answer whether to go on does not go on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    private Series()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProgramId { get; private set; }

    public string RelationshipType { get; private set; } = "";

    public SeriesState State { get; private set; }

    /// <summary>How many in all, as agreed so far.</summary>
    public int Conversations { get; private set; }

    /// <summary>How many one agreement is for.</summary>
    public int PerAgreement { get; private set; }

    public int WeeksApart { get; private set; }

    public int Held { get; private set; }

    /// <summary>In a row.</summary>
    public int Missed { get; private set; }

    /// <summary>When the next conversation begins; while all are asked whether to go on, until when there is time to answer.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>What was asked last.</summary>
    public SeriesQuestion? Question { get; private set; }

    /// <summary>How many questions were asked.</summary>
    public int Asked { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOver => State == SeriesState.Ended;

    /// <summary>The number of the conversation that is to be held.</summary>
    public int NextNumber => Held + 1;

    /// <summary>Those who met once wish to go on.</summary>
    public static Series Begin(Pairing first, SeriesPlan plan, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProgramId = first.ProgramId,
        RelationshipType = first.RelationshipType,
        Conversations = Math.Max(2, plan.Conversations),
        PerAgreement = Math.Max(2, plan.Conversations),
        WeeksApart = plan.WeeksApart,
        Held = 1,
        BegunAt = now,
        NextAt = now.AddDays(7 * plan.WeeksApart),
    };

    /// <summary>They met.</summary>
    /// <returns>What each is asked now; null for nothing.</returns>
    public SeriesQuestion? Hold(DateTimeOffset now)
    {
        if (IsOver || (State == SeriesState.LookingBack && Question == SeriesQuestion.End)) return null;
        (State, Held, Missed, NextAt) = (SeriesState.Running, Held + 1, 0, now.AddDays(7 * WeeksApart));
        if (Held >= Conversations) return Ask(SeriesQuestion.End, now);
        if (Held - (Conversations - PerAgreement) != (PerAgreement + 1) / 2) return null;
        Asked++;
        return Question = SeriesQuestion.Midway;
    }

    /// <summary>The date of the next conversation has come.</summary>
    /// <param name="lastWasHeld">Whether the one before it came about.</param>
    /// <param name="now">By the product's clock.</param>
    /// <returns>Whether it begins; otherwise each is asked whether to go on at all.</returns>
    public bool ComeDue(bool lastWasHeld, DateTimeOffset now)
    {
        if (!lastWasHeld && ++Missed >= MissedInRow)
        {
            Ask(SeriesQuestion.Missed, now);
            return false;
        }

        NextAt = now.AddDays(7 * WeeksApart);
        return true;
    }

    /// <summary>They have a time for the last one, which may be later than the rhythm has it; not for ever.</summary>
    public bool HasTimeFor(Pairing last, DateTimeOffset now) => last.State == PairingState.TimeFound && now < last.IntroducedAt.AddDays(7 * (WeeksApart + 2));

    /// <summary>Somebody pauses, or it is nobody's working time: every date waits.</summary>
    public void Wait(DateTimeOffset until) => NextAt = until;

    /// <summary>What the answers to the question that was asked last come to.</summary>
    public SeriesTurn Weigh(IReadOnlyCollection<SeriesAnswer> answers, int people, DateTimeOffset now)
    {
        if (answers.Contains(SeriesAnswer.Finish)) return End(now) ? SeriesTurn.Ends : SeriesTurn.Waits;
        if (State != SeriesState.LookingBack || answers.Count(answer => answer == SeriesAnswer.GoOn) < people) return SeriesTurn.Waits;
        if (Question == SeriesQuestion.End) Conversations += PerAgreement;
        (State, Missed, NextAt) = (SeriesState.Running, 0, Question == SeriesQuestion.End ? now.AddDays(7 * WeeksApart) : now);
        Question = null;
        return SeriesTurn.GoesOn;
    }

    /// <returns>False when it had ended before.</returns>
    public bool End(DateTimeOffset now)
    {
        if (IsOver) return false;
        (State, Question, EndedAt) = (SeriesState.Ended, null, now);
        return true;
    }

    private SeriesQuestion Ask(SeriesQuestion question, DateTimeOffset now)
    {
        (State, Question, NextAt) = (SeriesState.LookingBack, question, now + Patience);
        Asked++;
        return question;
    }
}

/// <summary>Stored by name, for ever.</summary>
public enum SeriesState
{
    Running,
    LookingBack,
    Ended,
}

/// <summary>Stored by name, for ever.</summary>
public enum SeriesQuestion
{
    Midway,
    End,
    Missed,
}

/// <summary>Stored by name, for ever.</summary>
public enum SeriesAnswer
{
    GoOn,
    Change,
    Finish,
}

/// <summary>What answers come to.</summary>
public enum SeriesTurn
{
    Waits,
    GoesOn,
    Ends,
}

/// <summary>What one person said to one question of their series. The others never see it. One row for each question and person; the last word counts until it is settled.</summary>
public sealed class SeriesReply
{
    private SeriesReply()
    {
    }

    public Guid SeriesId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The number of the question.</summary>
    public int Asked { get; private set; }

    public SeriesAnswer Answer { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static SeriesReply To(Series series, Guid person) => new() { SeriesId = series.Id, PersonId = person, Asked = series.Asked };

    public void Say(SeriesAnswer answer, DateTimeOffset now) => (Answer, At) = (answer, now);
}

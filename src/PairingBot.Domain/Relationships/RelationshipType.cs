using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// One of the ways in which two colleagues learn from each other. A type describes itself: who is right for whom, what the two talk about, and in
/// which words (they stand in the file of its name in Wording, and are read when they are said). To add one: a class and a file beside the others and a line in
/// <see cref="RelationshipCatalog"/>.
/// </summary>
public abstract class RelationshipType
{
    private bool? isSymmetric; // asked millions of times in a large round

    /// <summary>Stored, for ever: "mentor", "coach", "sponsor", "peer".</summary>
    public abstract string Key { get; }

    /// <summary>The one who seeks ("mentee"); the same as <see cref="GiverRole"/> when the relationship has no sides.</summary>
    public abstract Role SeekerRole { get; }

    public abstract Role GiverRole { get; }

    public bool IsSymmetric => isSymmetric ??= SeekerRole.Key == GiverRole.Key;

    /// <summary>What it is, in a sentence of at most 75 characters (longer ones are cut beside a choice), for settings and help.</summary>
    public abstract string InOneLine { get; }

    /// <summary>What a conversation of this type is called ("A coaching conversation").</summary>
    public abstract string ConversationName { get; }

    /// <summary>The label of the choice "I am looking for …" ("a mentor").</summary>
    public abstract string SoughtLabel { get; }

    /// <summary>The label of the choice "I am ready to be …" ("a mentor"); not asked where the relationship is symmetric.</summary>
    public abstract string OfferedLabel { get; }

    /// <summary>True where a difference in power would spoil the talk: then not only the manager but the whole reporting line stays out.</summary>
    public virtual bool StaysOutOfReportingLine => false;

    /// <summary>Whether both must say yes to this very person before anything is opened between them.</summary>
    public virtual bool NeedsBothYes => false;

    /// <summary>How the two go on when both wish to.</summary>
    public abstract SeriesPlan Series { get; }

    public abstract string KeyQuestion { get; }

    /// <summary>How the two best talk, in a sentence for the introduction.</summary>
    public abstract string HowToTalk { get; }

    /// <summary>At least a dozen to begin with; which of them are shown is chosen by goal (<see cref="QuestionChoice"/>).</summary>
    public abstract IReadOnlyList<OpeningQuestion> OpeningQuestions { get; }

    /// <summary>How the one who seeks asks; null where nobody asks of the other more than the other of them.</summary>
    public virtual RequestTexts? Request => null;

    /// <summary>How the two best part.</summary>
    public abstract string Closing { get; }

    /// <summary>The role with this stored key; the seeker's for one that last year's version wrote.</summary>
    public Role RoleOf(string key) => key == GiverRole.Key ? GiverRole : SeekerRole;

    /// <summary>What a person in this role is asked after the conversation: whoever gives is asked what they learned.</summary>
    public RoleQuestions ReflectionQuestions(string role) => RoleOf(role).Reflection;

    /// <summary>
    /// Whether its rule of experience is about named skills: then no two fit but with a skill that one wants and the other offers, and besides that only
    /// departments and titles may forbid. Otherwise level and years decide, and knowing nothing but these forbids nothing, and makes no fit worse, that knowing all would not.
    /// </summary>
    public virtual bool RestsOnSkills => false;

    /// <summary>How experience must differ. Null when the two fit; otherwise which rule forbids it. A missing fact forbids only where the type says so.</summary>
    public abstract Unfit? Forbids(Candidate seeker, Candidate giver);

    /// <summary>How good the difference in experience is for this relationship, 0 to 100; 50 where the facts to tell are missing.</summary>
    public abstract int ExperienceFit(Candidate seeker, Candidate giver);

    /// <summary>A true sentence about that difference, in favour of the two; null where there is nothing certain to say.</summary>
    public abstract string? ExperienceReason(Candidate seeker, Candidate giver);
}

/// <summary>So many conversations in all, so many weeks apart.</summary>
public sealed record SeriesPlan(int Conversations, int WeeksApart);

/// <summary>
/// Why two people do not fit a type: a stored key, and the keys of the texts that say who would fit, as the rest of "There was nobody free who …": to the seeker, and to the giver.
/// Asked for millions of pairs, so the words are read only when somebody is told.
/// </summary>
public sealed record Unfit(string Key, string ToSeeker, string ToGiver)
{
    public string WhoWouldFit => Texts.Plain(ToSeeker);

    public string WhoWouldFitGiver => Texts.Plain(ToGiver);
}

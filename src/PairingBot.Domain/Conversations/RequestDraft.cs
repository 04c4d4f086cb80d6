using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>
/// What somebody could write who asks another for half an hour, in the words of the one who asks: context, why this person, one question, 30 minutes, what they get in return, an easy no. The
/// same person, goal and relationship give the same draft, wherever it is shown.
/// </summary>
public static class RequestDraft
{
    /// <summary>Of the draft, and of what may be sent in its place.</summary>
    public const int MaxLength = 1500;

    /// <param name="type">The relationship in which it is asked.</param>
    /// <param name="seeker">Who asks.</param>
    /// <param name="giver">Who is asked.</param>
    /// <param name="goal">What the seeker is trying to do, or is stuck on; null when they have not said lately.</param>
    public static string For(RelationshipType type, Person seeker, Person giver, string? goal)
    {
        if (type.Request is not { } request) return "";
        var draft = string.Join("\n\n", Lines(request, seeker, giver, goal));
        return draft.Length <= MaxLength ? draft : string.Join("\n\n", Lines(request, seeker, giver, null)) is { Length: <= MaxLength } shorter ? shorter : Texts.Plain(request.Question);
    }

    private static IEnumerable<string> Lines(RequestTexts request, Person seeker, Person giver, string? goal)
    {
        yield return Texts.Plain("requests.greeting", ("giver", giver.ShortName));
        yield return string.IsNullOrWhiteSpace(goal) ? Texts.Plain(request.WithoutGoal) : Texts.Plain(request.WithGoal, ("goal", Ended(goal.Trim())));
        if (Offers.SkillFor(seeker, giver, goal) is { } skill) yield return Texts.Plain("requests.offers", ("skill", skill));
        else if (!string.IsNullOrWhiteSpace(giver.Title)) yield return Texts.Plain("requests.works-as", ("title", giver.Title.Trim()));
        yield return Texts.Plain(request.Question);
        yield return Texts.Plain("requests.time");
        yield return Texts.Plain(request.InReturn);
        if (Offers.InReturn(seeker, giver) is { } own) yield return Texts.Plain("requests.know-skill", ("skill", own));
        yield return Texts.Plain("requests.easy-no");
    }

    /// <summary>As a sentence.</summary>
    private static string Ended(string goal) => goal[^1] is '.' or '?' or '!' or '…' ? goal : goal + ".";
}

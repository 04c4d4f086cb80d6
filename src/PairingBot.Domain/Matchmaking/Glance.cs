using System.Runtime.InteropServices;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// What can be told of a person without reading; no more than a line of the processor's cache. Sets of words are shadows (<see cref="WordSet.Shadow"/>): those
/// that share no bit share no word; those that do may share one. So a criterion's most at a glance is never less than its score.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Glance(RosterEntry person)
{
    public readonly ulong Goal = person.Goal.Shadow;
    public readonly ulong Topics = person.Topics.Shadow;
    public readonly ulong Title = person.Title.Shadow;
    public readonly ulong Offered = ShadowOf(person.OfferedSkills, person.Facts.SkillsOffered);
    public readonly ulong Wanted = ShadowOf(person.WantedSkills, person.Facts.SkillsWanted);
    public readonly int Person = person.Index;
    public readonly int Department = person.Department;
    public readonly int Place = person.Place;
    public readonly int Job = person.Job;
    public readonly int Years = person.Years;

    // A skill all of whose words are too common to count still is the same as one of the same name, so its length stands for it.
    private static ulong ShadowOf(WordSet[] words, IReadOnlyList<SkillFact> skills)
    {
        var bits = 0UL;
        for (var i = 0; i < words.Length; i++) bits |= words[i].IsEmpty ? 1UL << (skills[i].Name.Trim().Length & 63) : words[i].Shadow;
        return bits;
    }
}

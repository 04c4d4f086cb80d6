using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The words of everybody in a round as small numbers, side by side, so that 64 people are compared at once (<see cref="WordBlocks"/>). Two different words may have
/// the same number; the same word always has. So people who share no number share no word.
/// </summary>
internal sealed class PeopleWords
{
    public const int Numbers = 128;
    public const int Sets = 5;
    public const int Goal = 0;
    public const int Topics = 1;
    public const int Title = 2;
    public const int Offered = 3;
    public const int Wanted = 4;

    private readonly byte[] numbers;
    private readonly int[] starts;

    public PeopleWords(RosterEntry[] people)
    {
        var (all, at) = (new List<byte>(16 * people.Length), new List<int>(Sets * people.Length + 1));
        foreach (var person in people)
        {
            foreach (var words in (ReadOnlySpan<WordSet>)[person.Goal, person.Topics, person.Title])
            {
                at.Add(all.Count);
                Add(words, all);
            }

            at.Add(all.Count);
            AddSkills(person.OfferedSkills, person.Facts.SkillsOffered, all);
            at.Add(all.Count);
            AddSkills(person.WantedSkills, person.Facts.SkillsWanted, all);
        }

        at.Add(all.Count);
        (numbers, starts) = ([.. all], [.. at]);
    }

    /// <summary>The numbers of one of the person's sets of words.</summary>
    public ReadOnlySpan<byte> Of(int person, int set)
    {
        var start = starts[Sets * person + set];
        return numbers.AsSpan(start, starts[Sets * person + set + 1] - start);
    }

    private static void Add(WordSet words, List<byte> all)
    {
        foreach (var word in words.Words) all.Add((byte)(word % Numbers));
    }

    // A skill all of whose words are too common to count still is the same as one of the same name, so its length stands for it.
    private static void AddSkills(WordSet[] skills, IReadOnlyList<SkillFact> facts, List<byte> all)
    {
        for (var i = 0; i < skills.Length; i++)
        {
            if (skills[i].IsEmpty) all.Add((byte)(facts[i].Name.Trim().Length % Numbers));
            else Add(skills[i], all);
        }
    }
}

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// People in blocks of 64, as they stand in <see cref="PricedPeople"/>: for each word who of the block has it, a bit each. So one look compares a person with 64 others.
/// </summary>
internal sealed class WordBlocks
{
    /// <summary>How many people stand in a block.</summary>
    public const int Size = 64;

    /// <summary>How far goals may meet: not at all, in one topic, in the title, in two topics, in a skill. More is never worth less (<see cref="Criteria.GoalFit.Most"/>).</summary>
    public const int GoalSteps = 5;

    /// <summary>In how many directions a wanted skill may meet an offered one: none, one, both.</summary>
    public const int SkillSteps = 3;

    private readonly PeopleWords words;
    private readonly ulong[] who;

    public WordBlocks(PeopleWords words, PricedPeople people)
    {
        this.words = words;
        who = new ulong[(people.Backgrounds.Length + Size - 1) / Size * PeopleWords.Sets * PeopleWords.Numbers];
        for (var place = 0; place < people.Backgrounds.Length; place++) Enter(people.Backgrounds[place].Person, place / Size, place % Size);
    }

    /// <summary>
    /// Of each step of <paramref name="goals"/> and <paramref name="skills"/>, those of the block with whom this seeker may reach it, or more.
    /// <paramref name="bothWays"/>: the others' goals and wants count, too.
    /// </summary>
    public void Meet(int seeker, int block, bool bothWays, Span<ulong> goals, Span<ulong> skills)
    {
        var goal = words.Of(seeker, PeopleWords.Goal);
        var (named, titled) = (Any(block, PeopleWords.Offered, goal), Any(block, PeopleWords.Title, goal));
        var (forth, back) = (Any(block, PeopleWords.Offered, words.Of(seeker, PeopleWords.Wanted)), 0UL);
        if (bothWays)
        {
            var offered = words.Of(seeker, PeopleWords.Offered);
            named |= Any(block, PeopleWords.Goal, offered);
            titled |= Any(block, PeopleWords.Goal, words.Of(seeker, PeopleWords.Title));
            back = Any(block, PeopleWords.Wanted, offered);
        }

        var (one, two) = OneOrTwo(block, words.Of(seeker, PeopleWords.Topics));
        goals[4] = named;
        goals[3] = named | two;
        goals[2] = goals[3] | titled;
        goals[1] = goals[2] | one;
        (skills[2], skills[1]) = (forth & back, forth | back);
        goals[0] = skills[0] = ulong.MaxValue;
    }

    private void Enter(int person, int block, int place)
    {
        for (var set = 0; set < PeopleWords.Sets; set++)
        {
            var rows = Rows(block, set);
            foreach (var number in words.Of(person, set)) rows[number] |= 1UL << place;
        }
    }

    private ulong Any(int block, int set, ReadOnlySpan<byte> numbers)
    {
        var rows = Rows(block, set);
        var found = 0UL;
        foreach (var number in numbers) found |= rows[number];
        return found;
    }

    // A number that two of the seeker's topics have is counted twice: too often is not wrong.
    private (ulong One, ulong Two) OneOrTwo(int block, ReadOnlySpan<byte> topics)
    {
        var rows = Rows(block, PeopleWords.Topics);
        var (one, two) = (0UL, 0UL);
        foreach (var number in topics) (one, two) = (one | rows[number], two | (one & rows[number]));
        return (one, two);
    }

    private Span<ulong> Rows(int block, int set) => who.AsSpan((block * PeopleWords.Sets + set) * PeopleWords.Numbers, PeopleWords.Numbers);
}

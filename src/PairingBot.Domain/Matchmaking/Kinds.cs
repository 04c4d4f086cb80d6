namespace PairingBot.Domain.Matchmaking;

/// <summary>Numbers for things that are the same for all who share them, from 0 on in order of first appearance, with one person as the example of each.</summary>
internal sealed class Kinds<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> numbers;
    private readonly List<RosterEntry> examples = [];

    public Kinds(IEqualityComparer<TKey>? comparer = null) => numbers = new Dictionary<TKey, int>(comparer);

    public IReadOnlyList<RosterEntry> Examples => examples;

    public int Of(TKey key, RosterEntry person)
    {
        if (numbers.TryGetValue(key, out var number)) return number;

        numbers[key] = examples.Count;
        examples.Add(person);
        return examples.Count - 1;
    }
}

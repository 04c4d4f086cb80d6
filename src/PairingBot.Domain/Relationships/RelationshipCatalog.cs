namespace PairingBot.Domain.Relationships;

/// <summary>The relationships that PairingBot knows, in the order in which they are offered.</summary>
public static class RelationshipCatalog
{
    public static IReadOnlyList<RelationshipType> All { get; } = [new Peer(), new Mentor(), new Coach(), new Sponsor()];

    /// <summary>What somebody looks for who has said nothing else.</summary>
    public static RelationshipType Default => All[0];

    /// <summary>The type with this stored key, or null: a key that last year's version wrote may be unknown to this one.</summary>
    public static RelationshipType? Find(string key) => All.FirstOrDefault(type => type.Key == key);
}

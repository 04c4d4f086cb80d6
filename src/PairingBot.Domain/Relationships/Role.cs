using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>A side of a relationship. <paramref name="Key"/> is stored, for ever; <paramref name="Words"/> is the key of its name.</summary>
public sealed record Role(string Key, string Words)
{
    /// <summary>As it stands in a sentence ("mentee").</summary>
    public string Label => Texts.Plain(Words);

    /// <summary>The keys of the lines of <see cref="Preparation"/>.</summary>
    public required IReadOnlyList<string> CardWords { get; init; }

    /// <summary>The keys of the three questions of <see cref="Reflection"/>, in their order.</summary>
    public required (string Takeaway, string Given, string Action) ReflectionWords { get; init; }

    /// <summary>What is good to know before the conversation: what goes well, what is hard, how to listen; for the one who gives, also what there is to learn.</summary>
    public IReadOnlyList<ChatText> Preparation => [.. CardWords.Select(key => Texts.Of(key))];

    /// <summary>The three questions afterwards.</summary>
    public RoleQuestions Reflection => new(Texts.Plain(ReflectionWords.Takeaway), Texts.Plain(ReflectionWords.Given), Texts.Plain(ReflectionWords.Action));
}

/// <summary>After a conversation: what did you take away, what did the other take away from you, what will you do, and when?</summary>
public sealed record RoleQuestions(string Takeaway, string Given, string Action);

namespace PairingBot.Playground.BlockKit;

/// <summary>What is wrong with a layout, each with the place, in the words that Slack uses in response_metadata.messages.</summary>
public sealed class BlockProblems
{
    private readonly List<string> messages = [];

    public IReadOnlyList<string> Messages => messages;

    public bool Any => messages.Count > 0;

    public void Add(string pointer, string problem) => messages.Add($"[ERROR] {problem} [json-pointer:{pointer}]");
}

using System.Text.Json.Nodes;

namespace PairingBot.Playground.Workspace;

/// <summary>The modals of each person, at most three deep, and each person's Home tab.</summary>
public sealed class ViewStacks(TimeProvider clock)
{
    public const int Deepest = 3;
    private readonly Dictionary<string, List<OpenView>> stacks = [];

    public Dictionary<string, OpenView> Homes { get; } = [];

    public IEnumerable<OpenView> All => stacks.Values.SelectMany(stack => stack);

    public IReadOnlyList<OpenView> Of(string person) => Stack(person);

    public OpenView? Top(string person) => Stack(person).LastOrDefault();

    public OpenView? Find(string? id) => All.FirstOrDefault(view => view.Id == id);

    public OpenView? FindExternal(string? id) => id is null ? null : All.FirstOrDefault(view => view.ExternalId == id);

    public OpenView Open(string person, JsonObject content)
    {
        Clear(person);
        return Push(person, content);
    }

    public OpenView Push(string person, JsonObject content)
    {
        var stack = Stack(person);
        var view = new OpenView
        {
            Person = person,
            Content = content,
            PreviousId = stack.LastOrDefault()?.Id,
            RootId = stack.FirstOrDefault()?.Id,
        }.Stamp(clock.GetUtcNow());
        stack.Add(view);
        return view;
    }

    public void Replace(OpenView view, JsonObject content)
    {
        view.Content = content;
        view.Stamp(clock.GetUtcNow());
    }

    public OpenView Publish(string person, JsonObject content)
    {
        if (!Homes.TryGetValue(person, out var home))
            Homes[person] = home = new OpenView { Person = person, Content = content };
        home.Content = content;
        return home.Stamp(clock.GetUtcNow());
    }

    public void Close(OpenView view) => Stack(view.Person).Remove(view);

    public void Clear(string person) => Stack(person).Clear();

    private List<OpenView> Stack(string person) =>
        stacks.TryGetValue(person, out var stack) ? stack : stacks[person] = [];
}

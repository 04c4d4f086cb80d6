using PairingBot.Playground.Company;

namespace PairingBot.Playground.Pages;

/// <summary>What is to change about a person; whatever is absent stays.</summary>
internal sealed record PersonChange(string Id, string? Name, string? RealName, string? Title, string? Tz, bool? Deleted, bool? IsRestricted, bool? IsUltraRestricted, System.Text.Json.JsonElement? Fields)
{
    public Person On(Person person) => person with
    {
        Name = Name ?? person.Name,
        RealName = RealName ?? person.RealName,
        Title = Title ?? person.Title,
        Tz = Tz ?? person.Tz,
        Deleted = Deleted ?? person.Deleted,
        IsRestricted = IsRestricted ?? person.IsRestricted,
        IsUltraRestricted = IsUltraRestricted ?? person.IsUltraRestricted,
        Fields = Fields ?? person.Fields,
    };
}

using System.Runtime.InteropServices;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Where somebody works and how long: what <see cref="Criteria.OtherDepartment"/> and <see cref="Criteria.DifferentBackground"/> look at, in a few bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Background(RosterEntry person)
{
    public readonly int Person = person.Index;
    public readonly int Department = person.Department;
    public readonly int Place = person.Place;
    public readonly int Job = person.Job;
    public readonly int Years = person.Years;
}

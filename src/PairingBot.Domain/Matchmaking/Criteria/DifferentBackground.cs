namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Another place, another trade, another length of experience: where new knowledge comes from. The share of the known facts that differ.</summary>
internal sealed class DifferentBackground : WeightedCriterion
{
    private const int Unknown = 50;
    private const int OtherGeneration = 4;

    public override string Key => "different-background";

    public override int Score(in Fit fit)
    {
        var (one, other) = (fit.Seeker.Facts, fit.Giver.Facts);
        var (known, different) = (0, 0);
        Count(Differ(one.Location, other.Location), ref known, ref different);
        Count(DifferInTrade(fit), ref known, ref different);
        Count(one.YearsOfExperience is { } here && other.YearsOfExperience is { } there ? Math.Abs(here - there) >= OtherGeneration : null, ref known, ref different);
        return known == 0 ? Unknown : 100 * different / known;
    }

    /// <summary>Two titles whose shadows meet may still share no word; only the same title surely does.</summary>
    public static int Most(in Glance one, in Glance other)
    {
        var (known, different) = (0, 0);
        if (one.Location != 0 && other.Location != 0)
        {
            known++;
            if (one.Location != other.Location) different++;
        }

        if (one.Job != 0 && other.Job != 0)
        {
            known++;
            if (one.Job != other.Job) different++;
        }

        if (one.Years != Glance.Unknown && other.Years != Glance.Unknown)
        {
            known++;
            if (Math.Abs(one.Years - other.Years) >= OtherGeneration) different++;
        }

        return known == 0 ? Unknown : 100 * different / known;
    }

    /// <summary>The trade, or the place where <see cref="OtherDepartment"/> has said nearly as much as the trade would.</summary>
    public override string? Reason(in Fit fit)
    {
        var (one, other) = (fit.Seeker.Facts, fit.Giver.Facts);
        var place = Differ(one.Location, other.Location) == true ? $"{one.Name} is in {one.Location}, {other.Name} in {other.Location}." : null;
        if (DifferInTrade(fit) != true || (place is not null && Differ(one.Department, other.Department) == true)) return place;

        return $"{one.Name} looks at things as {one.Title}, {other.Name} as {other.Title}.";
    }

    private static void Count(bool? differs, ref int known, ref int different)
    {
        if (differs is null) return;

        known++;
        if (differs.Value) different++;
    }

    private static bool? DifferInTrade(in Fit fit) =>
        fit.Seeker.Title.IsEmpty || fit.Giver.Title.IsEmpty ? null : fit.Seeker.Title.CountShared(fit.Giver.Title) == 0;

    internal static bool? Differ(string? one, string? other) =>
        string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other)
            ? null
            : !one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}

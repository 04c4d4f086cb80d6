using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Another place, another trade, another length of experience: where new knowledge comes from. The share of the known facts that differ.</summary>
internal sealed class DifferentBackground : WeightedCriterion
{
    private const int Unknown = 50;
    private const int OtherGeneration = 4;

    public override string Key => "different-background";

    public override int Score(in Fit fit)
    {
        var (one, other) = (fit.Seeker, fit.Giver);
        return Score(Differ(one.Place, other.Place), DifferInTrade(fit), (one.Years | other.Years) < 0 ? null : AreOtherGenerations(one.Years, other.Years));
    }

    /// <summary>Whether place, trade and length of experience differ; null where one of the two has not told.</summary>
    public static int Score(bool? place, bool? trade, bool? years)
    {
        var known = (place is null ? 0 : 1) + (trade is null ? 0 : 1) + (years is null ? 0 : 1);
        var different = (place == true ? 1 : 0) + (trade == true ? 1 : 0) + (years == true ? 1 : 0);
        return known == 0 ? Unknown : 100 * different / known;
    }

    public static bool AreOtherGenerations(int years, int others) => Math.Abs(years - others) >= OtherGeneration;

    /// <summary>Where both come from; else the trade, or the place where <see cref="OtherDepartment"/> has said nearly as much as the trade would; else how long both have been here.</summary>
    public override string? Reason(in Fit fit)
    {
        var (one, other) = (fit.Seeker.Facts, fit.Giver.Facts);
        if (DifferInPast(fit.Seeker.FormerFields, fit.Giver.FormerFields)) return Texts.Plain("settings.other-fields", ("one", one.Name), ("field", one.FormerFields[0]), ("other", other.Name), ("otherField", other.FormerFields[0]));
        if (DifferInPast(fit.Seeker.FormerPlaces, fit.Giver.FormerPlaces)) return Texts.Plain("settings.other-places", ("one", one.Name), ("place", one.FormerPlaces[0]), ("other", other.Name), ("otherPlace", other.FormerPlaces[0]));
        return Now(fit) ?? (one.Tenure - other.Tenure is { } years && Math.Abs(years) >= OtherGeneration
            ? Texts.Plain("settings.other-tenure", ("one", one.Name), ("years", one.Tenure!.Value), ("other", other.Name), ("otherYears", other.Tenure!.Value))
            : null);
    }

    private static string? Now(in Fit fit)
    {
        var (one, other) = (fit.Seeker.Facts, fit.Giver.Facts);
        var place = Differ(fit.Seeker.Place, fit.Giver.Place) == true ? Texts.Plain("matching.places", ("one", one.Name), ("one-place", one.Location), ("other", other.Name), ("other-place", other.Location)) : null;
        if (fit.Seeker.Title.IsEmpty || fit.Giver.Title.IsEmpty || fit.Seeker.Title.CountShared(fit.Giver.Title) > 0 || (place is not null && Differ(fit.Seeker.Department, fit.Giver.Department) == true)) return place;

        return Texts.Plain("matching.trades", ("one", one.Name), ("one-trade", one.Title), ("other", other.Name), ("other-trade", other.Title));
    }

    /// <summary>Other titles, or the same ones reached from other fields.</summary>
    private static bool? DifferInTrade(in Fit fit) => fit.Seeker.Title.IsEmpty || fit.Giver.Title.IsEmpty ? null
        : fit.Seeker.Title.CountShared(fit.Giver.Title) == 0 || DifferInPast(fit.Seeker.FormerFields, fit.Giver.FormerFields);

    private static bool DifferInPast(WordSet one, WordSet other) => !one.IsEmpty && !other.IsEmpty && one.CountShared(other) == 0;

    /// <summary>Null where one of the two is not known.</summary>
    internal static bool? Differ(int one, int other) => one == 0 || other == 0 ? null : one != other;
}

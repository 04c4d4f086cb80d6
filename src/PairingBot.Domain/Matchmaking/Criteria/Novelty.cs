using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Over the whole history: never met is best, by far; then longest ago and fewest times.</summary>
internal sealed class Novelty : WeightedCriterion
{
    // However long ago, meeting again stays well below meeting somebody new.
    private const int MostForAgain = 40;
    private const int HalfLife = 26;

    public override string Key => "novelty";

    public override bool IsGeneral => true;

    public override int Score(in Fit fit) => fit.Facts.RoundsSinceMet is { } since
        ? MostForAgain * Math.Max(0, since) / (Math.Max(0, since) + HalfLife) / Math.Max(1, fit.Facts.TimesMet)
        : 100;

    /// <summary>Always has something true to say, so that no pairing is without a reason.</summary>
    public override string Reason(in Fit fit) => fit.Facts.RoundsSinceMet is not { } since
        ? Texts.Plain("matching.never-paired", ("one", fit.Seeker.Name), ("other", fit.Giver.Name))
        : Texts.Plain("matching.last-met", ("one", fit.Seeker.Name), ("other", fit.Giver.Name), ("number", Texts.Numeral(Math.Max(0, since))), ("rounds", Math.Max(0, since)));
}

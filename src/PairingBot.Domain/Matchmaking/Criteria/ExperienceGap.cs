namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Within its rule of experience, how near the pair is to what the relationship likes best.</summary>
internal sealed class ExperienceGap : WeightedCriterion
{
    public override string Key => "experience-gap";

    public override int Score(in Fit fit) => fit.Type.ExperienceFit(fit.Seeker.Facts, fit.Giver.Facts);

    public override string? Reason(in Fit fit) => fit.Type.ExperienceReason(fit.Seeker.Facts, fit.Giver.Facts);
}

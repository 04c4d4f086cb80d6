using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Storage.Mappings;

internal sealed class PlannedNudgeMapping : IEntityTypeConfiguration<PlannedNudge>
{
    public void Configure(EntityTypeBuilder<PlannedNudge> nudge)
    {
        nudge.ToTable("nudges");
        nudge.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        nudge.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        nudge.HasIndex(row => new { row.PairingId, row.Kind, row.PersonId }).IsUnique().AreNullsDistinct(false);
        nudge.HasIndex(row => row.DueAt).HasFilter("state = 'Waiting'");
        nudge.Property(row => row.State).HasConversion<string>();
    }
}

internal sealed class ReflectionMapping : IEntityTypeConfiguration<Reflection>
{
    public void Configure(EntityTypeBuilder<Reflection> reflection)
    {
        reflection.ToTable("reflections");
        reflection.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        reflection.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        reflection.HasIndex(row => new { row.PairingId, row.PersonId }).IsUnique();
        reflection.Property(row => row.Outcome).HasConversion<string>();
        reflection.Ignore(row => row.HasAction);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Storage.Mappings;

internal sealed class PairingProgramMapping : IEntityTypeConfiguration<PairingProgram>
{
    public void Configure(EntityTypeBuilder<PairingProgram> program)
    {
        program.ToTable("programs");
        program.HasOne<Installation>().WithMany().HasForeignKey(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
        program.HasIndex(row => new { row.InstallationId, row.Name }).IsUnique();
        program.HasIndex(row => row.NextRoundAt);
        program.Property(row => row.Cadence).IsStoredAsJson();
        program.PrimitiveCollection(row => row.RelationshipTypes);
        program.Property(row => row.ChannelJoining).HasConversion<string>().HasDefaultValue(ChannelJoining.Invites); // defaults for hosts of the version before, which do not write them
        program.Property(row => row.WeekQuestion).HasConversion<string>().HasDefaultValue(WeekQuestion.NotAsked);
        program.Property(row => row.GuestsMayTakePart).HasDefaultValue(false);
        program.HasOne<Person>().WithMany().HasForeignKey(row => row.RunBy).OnDelete(DeleteBehavior.SetNull);
        program.Ignore(row => row.Rules).Ignore(row => row.Admitted);
    }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.ToTable("participants");
        participant.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        participant.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        participant.HasIndex(row => new { row.ProgramId, row.PersonId }).IsUnique();
        participant.PrimitiveCollection(row => row.Seeks);
        participant.PrimitiveCollection(row => row.Offers);
        participant.Property(row => row.IsAway).HasDefaultValue(false);
        participant.Property(row => row.IsResting).HasDefaultValue(false); // for hosts of the version before, which do not write it
        participant.Property(row => row.Capacity).HasDefaultValue(1); // for hosts of the version before, which do not write it
    }
}

internal sealed class ArrivalMapping : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> arrival)
    {
        arrival.ToTable("arrivals");
        arrival.HasKey(row => new { row.ProgramId, row.ExternalId });
        arrival.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        arrival.HasIndex(row => row.ArrivedAt).HasFilter("state = 'Waiting'");
        arrival.Property(row => row.State).HasConversion<string>();
    }
}

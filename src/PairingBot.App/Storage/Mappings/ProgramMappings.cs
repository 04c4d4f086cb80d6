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
        program.HasOne<Person>().WithMany().HasForeignKey(row => row.OrganizerId).OnDelete(DeleteBehavior.SetNull);
        program.HasIndex(row => new { row.InstallationId, row.Name }).IsUnique();
        program.HasIndex(row => row.NextRoundAt);
        program.Property(row => row.Cadence).IsStoredAsJson();
        program.PrimitiveCollection(row => row.RelationshipTypes);
        program.Ignore(row => row.Rules);
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
        participant.Property(row => row.Capacity).HasDefaultValue(1); // for hosts of the version before, which do not write it
    }
}

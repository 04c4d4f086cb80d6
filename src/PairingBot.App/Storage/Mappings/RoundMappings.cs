using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Storage.Mappings;

internal sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.ToTable("rounds");
        round.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        round.HasIndex(row => new { row.ProgramId, row.Number }).IsUnique();
        round.HasIndex(row => row.State);
        round.Property(row => row.State).HasConversion<string>();
        round.Property(row => row.Snapshot).IsStoredAsJson();
        round.Property(row => row.Proof).IsStoredAsJson();
        round.Property(row => row.Progress).IsStoredAsJson();
        round.Property(row => row.LatePlans).IsStoredAsJson().HasDefaultValueSql("'[]'");
    }
}

internal sealed class PairingMapping : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> pairing)
    {
        pairing.ToTable("pairings");
        pairing.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        pairing.HasOne<Round>().WithMany().HasForeignKey(row => row.RoundId).OnDelete(DeleteBehavior.Cascade);
        pairing.HasOne<Person>().WithMany().HasForeignKey(row => row.OrganizerId).OnDelete(DeleteBehavior.Cascade);
        pairing.HasOne<Series>().WithMany().HasForeignKey(row => row.SeriesId).OnDelete(DeleteBehavior.Cascade);
        pairing.HasIndex(row => new { row.ProgramId, row.RoundNumber });
        pairing.HasIndex(row => row.IntroducedAt).HasFilter("state IN ('Introduced', 'TimeFound')");
        pairing.Property(row => row.State).HasConversion<string>();
        pairing.PrimitiveCollection(row => row.Reasons);
        pairing.PrimitiveCollection(row => row.Questions).HasDefaultValueSql("'{}'::text[]"); // defaults for hosts of the version before, which do not write them
        pairing.Property(row => row.IsTimeKnown).HasDefaultValue(false);
        pairing.HasIndex(row => row.AnswerBy).HasFilter("state = 'Proposed'");
        pairing.HasIndex(row => row.WantedTimes).HasFilter("wanted_times IS NOT NULL");
        pairing.HasMany(row => row.Members).WithOne().HasForeignKey(member => member.PairingId).OnDelete(DeleteBehavior.Cascade);
        pairing.Navigation(row => row.Members).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class PairingMemberMapping : IEntityTypeConfiguration<PairingMember>
{
    public void Configure(EntityTypeBuilder<PairingMember> member)
    {
        member.ToTable("pairing_members");
        member.HasKey(row => new { row.PairingId, row.PersonId });
        member.HasIndex(row => new { row.RoundId, row.PersonId });
        member.HasIndex(row => new { row.RoundId, row.PersonId }, "ix_pairing_members_round_id_person_id_held").IsUnique().HasFilter("NOT gives AND NOT is_released");
        member.Property(row => row.Consent).HasConversion<string>();
        member.Property(row => row.SaidHere).HasDefaultValue(false); // for hosts of the version before, which do not write it
        member.HasIndex(row => row.AnswerBy).HasFilter("answer_by IS NOT NULL");
        member.Property(row => row.Seat).HasDefaultValue(0); // for hosts of the version before, which do not write it
        member.Property(row => row.IsReleased).HasDefaultValue(false); // for hosts of the version before, which do not write it
        member.Property(row => row.Gives).HasDefaultValue(false); // for hosts of the version before, which do not write it
        member.HasOne<Round>().WithMany().HasForeignKey(row => row.RoundId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SitOutMapping : IEntityTypeConfiguration<SitOut>
{
    public void Configure(EntityTypeBuilder<SitOut> sitOut)
    {
        sitOut.ToTable("sit_outs");
        sitOut.HasKey(row => new { row.RoundId, row.PersonId });
        sitOut.HasOne<Round>().WithMany().HasForeignKey(row => row.RoundId).OnDelete(DeleteBehavior.Cascade);
        sitOut.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

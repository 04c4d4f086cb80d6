using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Asks;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Storage.Mappings;

internal sealed class AskMapping : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> ask)
    {
        ask.ToTable("asks");
        ask.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        ask.HasOne<Person>().WithMany().HasForeignKey(row => row.SeekerId).OnDelete(DeleteBehavior.Cascade);
        ask.HasIndex(row => row.SeekerId);
        ask.HasIndex(row => row.SeekerId, "ix_asks_seeker_id_asking").IsUnique().HasFilter("state = 'Asking'");
        ask.Property(row => row.State).HasConversion<string>();
        ask.HasMany(row => row.Candidates).WithOne().HasForeignKey(candidate => candidate.AskId).OnDelete(DeleteBehavior.Cascade);
        ask.Navigation(row => row.Candidates).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        ask.Ignore(row => row.Chosen).Ignore(row => row.Free).Ignore(row => row.Asked);
    }
}

internal sealed class AskCandidateMapping : IEntityTypeConfiguration<AskCandidate>
{
    public void Configure(EntityTypeBuilder<AskCandidate> candidate)
    {
        candidate.ToTable("ask_candidates");
        candidate.HasKey(row => new { row.AskId, row.PersonId });
        candidate.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        candidate.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.SetNull);
        candidate.HasIndex(row => new { row.PersonId, row.AskedAt });
        candidate.HasIndex(row => row.PersonId, "ix_ask_candidates_person_id_asked").IsUnique().HasFilter("state = 'Asked'");
        candidate.HasIndex(row => row.AnswerBy).HasFilter("state = 'Asked'");
        candidate.Property(row => row.State).HasConversion<string>();
    }
}

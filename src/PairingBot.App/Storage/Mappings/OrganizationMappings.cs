using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.People;

namespace PairingBot.App.Storage.Mappings;

internal sealed class ConnectionCodeMapping : IEntityTypeConfiguration<ConnectionCode>
{
    public void Configure(EntityTypeBuilder<ConnectionCode> code)
    {
        code.ToTable("connection_codes");
        code.HasKey(row => row.InstallationId);
        code.HasOne<Installation>().WithOne().HasForeignKey<ConnectionCode>(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
        code.HasOne<Installation>().WithMany().HasForeignKey(row => row.Answers).OnDelete(DeleteBehavior.Cascade);
        code.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        code.HasIndex(row => row.Hash).IsUnique();
    }
}

internal sealed class TwinsMapping : IEntityTypeConfiguration<Twins>
{
    public void Configure(EntityTypeBuilder<Twins> twins)
    {
        twins.ToTable("twins");
        twins.HasKey(row => new { row.OneId, row.OtherId });
        twins.HasOne<Person>().WithMany().HasForeignKey(row => row.OneId).OnDelete(DeleteBehavior.Cascade);
        twins.HasOne<Person>().WithMany().HasForeignKey(row => row.OtherId).OnDelete(DeleteBehavior.Cascade);
        twins.Property(row => row.OneSays).HasConversion<string>();
        twins.Property(row => row.OtherSays).HasConversion<string>();
        twins.Ignore(row => row.AreOne).Ignore(row => row.AreTwo);
    }
}

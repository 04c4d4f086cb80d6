using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.App.Installations;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Storage.Mappings;

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.ToTable("installations");
        installation.HasIndex(row => new { row.Platform, row.ExternalId }).IsUnique();
        installation.PrimitiveCollection(row => row.Permissions);
        installation.HasOne<Installation>().WithMany().HasForeignKey(row => row.JoinedTo).OnDelete(DeleteBehavior.SetNull); // whoever had joined stands alone again
        installation.Property(row => row.WrongCodes).HasDefaultValue(0); // for hosts of the version before, which do not write it
        installation.Ignore(row => row.Key).Ignore(row => row.IsActive).Ignore(row => row.Home);
    }
}

internal sealed class SealedCredentialMapping : IEntityTypeConfiguration<SealedCredential>
{
    public void Configure(EntityTypeBuilder<SealedCredential> credential)
    {
        credential.ToTable("credentials");
        credential.HasKey(row => row.InstallationId);
        credential.HasOne<Installation>().WithOne().HasForeignKey<SealedCredential>(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.HasOne<Installation>().WithMany().HasForeignKey(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
        person.HasIndex(row => new { row.InstallationId, row.ExternalId }).IsUnique();
        person.HasOne<Person>().WithMany().HasForeignKey(row => row.ManagerId).OnDelete(DeleteBehavior.SetNull);
        person.Property(row => row.Standing).HasConversion<string>();
        person.Property(row => row.Profile).IsStoredAsJson();
        person.Property<List<Skill>>("skills").IsStoredAsJson().HasColumnName("Skills");
        person.Property(row => row.Listing).IsStoredAsJson().HasDefaultValueSql("'{}'::jsonb"); // for hosts of the version before, which do not write it
        person.HasOne<Person>().WithMany().HasForeignKey(row => row.ListedManagerId).OnDelete(DeleteBehavior.SetNull);
        person.HasOne<Person>().WithMany().HasForeignKey(row => row.SameAs).OnDelete(DeleteBehavior.SetNull);
        person.HasIndex(row => row.Email).HasFilter("email IS NOT NULL");
        person.Property(row => row.IsAppointed).HasDefaultValue(false);
        person.Ignore(row => row.IsReachable).Ignore(row => row.Level).Ignore(row => row.LevelSource).Ignore(row => row.YearsSource).Ignore(row => row.Department).Ignore(row => row.Manager);
        person.Ignore(row => row.Skills).Ignore(row => row.Mention).Ignore(row => row.ShortName).Ignore(row => row.Zone);
    }
}

internal sealed class DoNotMatchMapping : IEntityTypeConfiguration<DoNotMatch>
{
    public void Configure(EntityTypeBuilder<DoNotMatch> wish)
    {
        wish.ToTable("do_not_matches");
        wish.HasKey(row => new { row.PersonId, row.OtherId });
        wish.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        wish.HasOne<Person>().WithMany().HasForeignKey(row => row.OtherId).OnDelete(DeleteBehavior.Cascade);
    }
}

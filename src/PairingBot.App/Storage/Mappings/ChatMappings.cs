using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.App.Chat;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Storage.Mappings;

internal sealed class InboxEventMapping : IEntityTypeConfiguration<InboxEvent>
{
    public void Configure(EntityTypeBuilder<InboxEvent> inbound)
    {
        inbound.ToTable("inbox");
        inbound.Property(row => row.Id).UseIdentityAlwaysColumn();
        inbound.HasIndex(row => new { row.Platform, row.EventId }).IsUnique();
        inbound.HasIndex(row => row.NextAttemptAt).HasFilter("done_at IS NULL");
        inbound.Property(row => row.ReceivedAt).HasDefaultValueSql("clock_timestamp()");
        inbound.Property(row => row.NextAttemptAt).HasDefaultValueSql("clock_timestamp()");
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox");
        message.Property(row => row.Id).UseIdentityAlwaysColumn();
        message.HasOne<Installation>().WithMany().HasForeignKey(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(row => row.Once).IsUnique();
        message.HasIndex(row => new { row.InstallationId, row.Lane, row.Id }).HasFilter("state = 'Waiting'");
        message.HasIndex(row => row.NextAttemptAt).HasFilter("state = 'Waiting'");
        message.HasIndex(row => row.PartOf).HasFilter("part_of IS NOT NULL");
        message.Property(row => row.To).HasConversion<string>();
        message.Property(row => row.State).HasConversion<string>();
        message.Property(row => row.WhenInDoubt).HasConversion<string>().HasDefaultValueSql("'SendAgain'").HasSentinel((WhenInDoubt)(-1)); // for hosts of the version before, which know no other way
        message.Property(row => row.Posting).HasDefaultValue(false);
        message.Property(row => row.CreatedAt).HasDefaultValueSql("clock_timestamp()");
        message.Property(row => row.NextAttemptAt).HasDefaultValueSql("clock_timestamp()");
    }
}

internal sealed class SenderMapping : IEntityTypeConfiguration<Sender>
{
    public void Configure(EntityTypeBuilder<Sender> sender)
    {
        sender.ToTable("senders");
        sender.HasKey(row => row.InstallationId);
        sender.HasOne<Installation>().WithOne().HasForeignKey<Sender>(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KnownConversationMapping : IEntityTypeConfiguration<KnownConversation>
{
    public void Configure(EntityTypeBuilder<KnownConversation> conversation)
    {
        conversation.ToTable("conversations");
        conversation.HasKey(row => new { row.InstallationId, row.Members });
        conversation.HasOne<Installation>().WithMany().HasForeignKey(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StoredReferenceMapping : IEntityTypeConfiguration<StoredReference>
{
    public void Configure(EntityTypeBuilder<StoredReference> reference)
    {
        reference.ToTable("chat_references");
        reference.HasKey(row => new { row.InstallationId, row.Conversation });
        reference.HasIndex(row => new { row.InstallationId, row.Person }).HasFilter("person IS NOT NULL");
        reference.Property(row => row.SeenAt).HasDefaultValueSql("clock_timestamp()");
        reference.HasOne<Installation>().WithMany().HasForeignKey(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ChannelGroupMapping : IEntityTypeConfiguration<ChannelGroup>
{
    public void Configure(EntityTypeBuilder<ChannelGroup> group)
    {
        group.ToTable("channel_groups");
        group.HasKey(row => new { row.InstallationId, row.ExternalId });
        group.Property(row => row.Channels).IsStoredAsJson();
        group.HasIndex(row => row.WantedAt).HasFilter("wanted_at IS NOT NULL");
        group.HasOne<Installation>().WithMany().HasForeignKey(row => row.InstallationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class VaultKeyMapping : IEntityTypeConfiguration<VaultKey>
{
    public void Configure(EntityTypeBuilder<VaultKey> key)
    {
        key.ToTable("vault_keys");
        key.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class MovedClockMapping : IEntityTypeConfiguration<MovedClock>
{
    public void Configure(EntityTypeBuilder<MovedClock> clock)
    {
        clock.ToTable("moved_clocks");
        clock.Property(row => row.Id).ValueGeneratedNever();
    }
}

-- Channels that can be chosen where a platform lets nobody choose among all. Expands only.
CREATE TABLE channel_groups (
    installation_id uuid NOT NULL,
    external_id text NOT NULL,
    name text,
    channels jsonb NOT NULL,
    wanted_at timestamp with time zone,
    failures integer NOT NULL,
    CONSTRAINT pk_channel_groups PRIMARY KEY (installation_id, external_id),
    CONSTRAINT fk_channel_groups_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);
CREATE INDEX ix_channel_groups_wanted_at ON channel_groups (wanted_at) WHERE wanted_at IS NOT NULL;

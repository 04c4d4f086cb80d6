-- Expands only: hosts of the version before know one workspace, whose token is in their configuration, and write none of this.
ALTER TABLE installations
    ADD COLUMN organization text,
    ADD COLUMN installed_at timestamp with time zone,
    ADD COLUMN installer_external_id text,
    ADD COLUMN permissions text[];

CREATE TABLE credentials (
    installation_id uuid NOT NULL,
    box bytea NOT NULL,
    is_renewed boolean NOT NULL,
    CONSTRAINT pk_credentials PRIMARY KEY (installation_id),
    CONSTRAINT fk_credentials_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);

-- Expands only: hosts of the version before write none of these columns, and the new key asks less of them than the old one did.
ALTER TABLE outbox ADD COLUMN when_in_doubt text NOT NULL DEFAULT ('SendAgain');
ALTER TABLE outbox ADD COLUMN posting boolean NOT NULL DEFAULT false;
ALTER TABLE outbox ADD COLUMN updates_id bigint;
ALTER TABLE rounds ADD COLUMN late_plans jsonb NOT NULL DEFAULT ('[]');
ALTER TABLE rounds ADD COLUMN looked_for text;
ALTER TABLE rounds ADD COLUMN progress_message bigint;
ALTER TABLE rounds ADD COLUMN progress jsonb;
ALTER TABLE pairing_members ADD COLUMN is_released boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX ix_pairing_members_round_id_person_id_held ON pairing_members (round_id, person_id) WHERE NOT gives AND NOT is_released;
DROP INDEX ix_pairing_members_round_id_person_id_not_giving;
CREATE TABLE senders (
    installation_id uuid NOT NULL,
    host text NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT pk_senders PRIMARY KEY (installation_id),
    CONSTRAINT fk_senders_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);

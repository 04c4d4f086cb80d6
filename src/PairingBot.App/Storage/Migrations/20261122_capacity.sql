-- Expands only: hosts of the version before write neither column, and the new key asks less of them than the old one did.
ALTER TABLE participants ADD COLUMN capacity integer NOT NULL DEFAULT 1;
ALTER TABLE pairing_members ADD COLUMN gives boolean NOT NULL DEFAULT false;
UPDATE pairing_members SET gives = true WHERE role IN ('mentor', 'coach', 'sponsor');
CREATE UNIQUE INDEX ix_pairing_members_round_id_person_id_not_giving ON pairing_members (round_id, person_id) WHERE NOT gives;
DROP INDEX ix_pairing_members_round_id_person_id;
CREATE INDEX ix_pairing_members_round_id_person_id ON pairing_members (round_id, person_id);

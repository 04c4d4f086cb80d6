-- What people agree on before or while they talk: a yes of both, whether somebody is there, and asks. Expands only.
ALTER TABLE pairings ADD COLUMN answer_by timestamp with time zone;
CREATE INDEX ix_pairings_answer_by ON pairings (answer_by) WHERE state = 'Proposed';

ALTER TABLE pairing_members ADD COLUMN consent text;
ALTER TABLE pairing_members ADD COLUMN answer_by timestamp with time zone;
ALTER TABLE pairing_members ADD COLUMN said_here boolean NOT NULL DEFAULT false;
CREATE INDEX ix_pairing_members_answer_by ON pairing_members (answer_by) WHERE answer_by IS NOT NULL;

ALTER TABLE participants ADD COLUMN is_resting boolean NOT NULL DEFAULT false;

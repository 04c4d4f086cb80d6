-- What people agree on before or while they talk: a yes of both, whether somebody is there, and asks. Expands only.
ALTER TABLE pairings ADD COLUMN answer_by timestamp with time zone;
CREATE INDEX ix_pairings_answer_by ON pairings (answer_by) WHERE state = 'Proposed';

ALTER TABLE pairing_members ADD COLUMN consent text;
ALTER TABLE pairing_members ADD COLUMN answer_by timestamp with time zone;
ALTER TABLE pairing_members ADD COLUMN said_here boolean NOT NULL DEFAULT false;
CREATE INDEX ix_pairing_members_answer_by ON pairing_members (answer_by) WHERE answer_by IS NOT NULL;

ALTER TABLE participants ADD COLUMN is_resting boolean NOT NULL DEFAULT false;

CREATE TABLE asks (
    id uuid NOT NULL,
    program_id uuid NOT NULL,
    seeker_id uuid NOT NULL,
    topic bytea NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_asks PRIMARY KEY (id),
    CONSTRAINT fk_asks_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE,
    CONSTRAINT fk_asks_people_seeker_id FOREIGN KEY (seeker_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE INDEX ix_asks_program_id ON asks (program_id);
CREATE INDEX ix_asks_seeker_id ON asks (seeker_id);
CREATE UNIQUE INDEX ix_asks_seeker_id_asking ON asks (seeker_id) WHERE state = 'Asking';

CREATE TABLE ask_candidates (
    ask_id uuid NOT NULL,
    person_id uuid NOT NULL,
    place integer NOT NULL,
    relationship_type text NOT NULL,
    reason bytea NOT NULL,
    turn integer,
    request bytea NOT NULL,
    state text NOT NULL,
    asked_at timestamp with time zone,
    answer_by timestamp with time zone,
    pairing_id uuid,
    CONSTRAINT pk_ask_candidates PRIMARY KEY (ask_id, person_id),
    CONSTRAINT fk_ask_candidates_asks_ask_id FOREIGN KEY (ask_id) REFERENCES asks (id) ON DELETE CASCADE,
    CONSTRAINT fk_ask_candidates_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_ask_candidates_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE SET NULL
);
CREATE INDEX ix_ask_candidates_person_id_asked_at ON ask_candidates (person_id, asked_at);
CREATE UNIQUE INDEX ix_ask_candidates_person_id_asked ON ask_candidates (person_id) WHERE state = 'Asked';
CREATE INDEX ix_ask_candidates_answer_by ON ask_candidates (answer_by) WHERE state = 'Asked';
CREATE INDEX ix_ask_candidates_pairing_id ON ask_candidates (pairing_id);

-- Likeness of words finds slips of the fingers. A hosted server may not have it, or not let us: then words alone are searched.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'pg_trgm is not to be had here: mistyped words are not found';
END $$;

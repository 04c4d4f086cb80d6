-- What people share of their reflections, how their conversations go on, and five figures. Expands only: hosts of the version before write none of it.
CREATE TABLE series (
    id uuid NOT NULL,
    program_id uuid NOT NULL,
    relationship_type text NOT NULL,
    state text NOT NULL,
    conversations integer NOT NULL,
    per_agreement integer NOT NULL,
    weeks_apart integer NOT NULL,
    held integer NOT NULL,
    missed integer NOT NULL,
    next_at timestamp with time zone NOT NULL,
    question text,
    asked integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_series PRIMARY KEY (id),
    CONSTRAINT fk_series_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE
);
CREATE INDEX ix_series_next_at ON series (next_at) WHERE state <> 'Ended';
CREATE INDEX ix_series_program_id ON series (program_id);

CREATE TABLE series_replies (
    series_id uuid NOT NULL,
    person_id uuid NOT NULL,
    asked integer NOT NULL,
    answer text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_series_replies PRIMARY KEY (series_id, asked, person_id),
    CONSTRAINT fk_series_replies_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_series_replies_series_series_id FOREIGN KEY (series_id) REFERENCES series (id) ON DELETE CASCADE
);
CREATE INDEX ix_series_replies_person_id ON series_replies (person_id);

ALTER TABLE pairings ADD COLUMN series_id uuid;
ALTER TABLE pairings ADD COLUMN series_number integer;
ALTER TABLE pairings ADD CONSTRAINT fk_pairings_series_series_id FOREIGN KEY (series_id) REFERENCES series (id) ON DELETE CASCADE;
CREATE INDEX ix_pairings_series_id ON pairings (series_id);
CREATE INDEX ix_pairings_introduced_at ON pairings (introduced_at) WHERE state IN ('Introduced', 'TimeFound');

CREATE TABLE again_answers (
    pairing_id uuid NOT NULL,
    person_id uuid NOT NULL,
    wish text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_again_answers PRIMARY KEY (pairing_id, person_id),
    CONSTRAINT fk_again_answers_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE CASCADE,
    CONSTRAINT fk_again_answers_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE INDEX ix_again_answers_person_id ON again_answers (person_id);

CREATE TABLE measures (
    id uuid NOT NULL,
    program_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    kind text NOT NULL,
    value integer,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_measures PRIMARY KEY (id),
    CONSTRAINT fk_measures_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE CASCADE,
    CONSTRAINT fk_measures_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_measures_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_measures_pairing_id_person_id ON measures (pairing_id, person_id);
CREATE INDEX ix_measures_person_id ON measures (person_id);
CREATE INDEX ix_measures_program_id_kind_at ON measures (program_id, kind, at);

ALTER TABLE reflections ADD COLUMN own bytea NOT NULL DEFAULT '\x'::bytea;
ALTER TABLE reflections ADD COLUMN thought bytea NOT NULL DEFAULT '\x'::bytea;
ALTER TABLE reflections ADD COLUMN found bytea NOT NULL DEFAULT '\x'::bytea;
ALTER TABLE reflections ADD COLUMN told bytea NOT NULL DEFAULT '\x'::bytea;
ALTER TABLE reflections ADD COLUMN shared text[] NOT NULL DEFAULT '{}'::text[];
ALTER TABLE reflections ADD COLUMN learned text;
ALTER TABLE reflections ADD COLUMN help text;
ALTER TABLE reflections ADD COLUMN found_number integer NOT NULL DEFAULT 0;
ALTER TABLE reflections ADD COLUMN find text NOT NULL DEFAULT 'None';

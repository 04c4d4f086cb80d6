-- Installations that belong to one organization, and people who are known in two of them. Expands only: hosts of the version before write none of it.
ALTER TABLE installations ADD COLUMN joined_to uuid;
ALTER TABLE installations ADD COLUMN wrong_codes integer NOT NULL DEFAULT 0;
ALTER TABLE installations ADD COLUMN wrong_codes_since timestamp with time zone;
ALTER TABLE installations ADD CONSTRAINT fk_installations_installations_joined_to FOREIGN KEY (joined_to) REFERENCES installations (id) ON DELETE SET NULL;
CREATE INDEX ix_installations_joined_to ON installations (joined_to);

CREATE TABLE connection_codes (
    installation_id uuid NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    answers uuid,
    CONSTRAINT pk_connection_codes PRIMARY KEY (installation_id),
    CONSTRAINT fk_connection_codes_installations_answers FOREIGN KEY (answers) REFERENCES installations (id) ON DELETE CASCADE,
    CONSTRAINT fk_connection_codes_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE,
    CONSTRAINT fk_connection_codes_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE INDEX ix_connection_codes_answers ON connection_codes (answers);
CREATE INDEX ix_connection_codes_person_id ON connection_codes (person_id);
CREATE UNIQUE INDEX ix_connection_codes_hash ON connection_codes (hash);

ALTER TABLE people ADD COLUMN same_as uuid;
ALTER TABLE people ADD CONSTRAINT fk_people_people_same_as FOREIGN KEY (same_as) REFERENCES people (id) ON DELETE SET NULL;
CREATE INDEX ix_people_same_as ON people (same_as);
CREATE INDEX ix_people_email ON people (email) WHERE email IS NOT NULL;

CREATE TABLE twins (
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    one_says text,
    other_says text,
    CONSTRAINT pk_twins PRIMARY KEY (one_id, other_id),
    CONSTRAINT fk_twins_people_one_id FOREIGN KEY (one_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_twins_people_other_id FOREIGN KEY (other_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE INDEX ix_twins_other_id ON twins (other_id);

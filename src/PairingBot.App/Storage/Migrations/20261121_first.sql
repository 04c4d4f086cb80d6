CREATE TABLE inbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    platform text NOT NULL,
    event_id text NOT NULL,
    body bytea NOT NULL,
    received_at timestamp with time zone NOT NULL DEFAULT (clock_timestamp()),
    next_attempt_at timestamp with time zone NOT NULL DEFAULT (clock_timestamp()),
    attempts integer NOT NULL,
    done_at timestamp with time zone,
    failure text,
    CONSTRAINT pk_inbox PRIMARY KEY (id)
);

CREATE TABLE installations (
    id uuid NOT NULL,
    platform text NOT NULL,
    external_id text NOT NULL,
    name text,
    bot_external_id text,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    people_read_at timestamp with time zone,
    CONSTRAINT pk_installations PRIMARY KEY (id)
);

CREATE TABLE moved_clocks (
    id integer NOT NULL,
    ahead interval NOT NULL,
    CONSTRAINT pk_moved_clocks PRIMARY KEY (id)
);

CREATE TABLE vault_keys (
    id integer NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT pk_vault_keys PRIMARY KEY (id)
);

CREATE TABLE conversations (
    installation_id uuid NOT NULL,
    members text NOT NULL,
    external_id text NOT NULL,
    CONSTRAINT pk_conversations PRIMARY KEY (installation_id, members),
    CONSTRAINT fk_conversations_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);

CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    installation_id uuid NOT NULL,
    lane text NOT NULL,
    "to" text NOT NULL,
    address text NOT NULL,
    content bytea NOT NULL,
    opener bytea,
    replaces boolean NOT NULL,
    once text,
    state text NOT NULL,
    conversation_id text,
    message_id text,
    attempts integer NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT (clock_timestamp()),
    next_attempt_at timestamp with time zone NOT NULL DEFAULT (clock_timestamp()),
    leased_until timestamp with time zone,
    sent_at timestamp with time zone,
    failure text,
    CONSTRAINT pk_outbox PRIMARY KEY (id),
    CONSTRAINT fk_outbox_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);

CREATE TABLE people (
    id uuid NOT NULL,
    installation_id uuid NOT NULL,
    external_id text NOT NULL,
    name text NOT NULL,
    title text,
    time_zone text NOT NULL,
    locale text,
    is_admin boolean NOT NULL,
    standing text NOT NULL,
    profile jsonb NOT NULL,
    manager_id uuid,
    skills jsonb NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (id),
    CONSTRAINT fk_people_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE,
    CONSTRAINT fk_people_people_manager_id FOREIGN KEY (manager_id) REFERENCES people (id) ON DELETE SET NULL
);

CREATE TABLE programs (
    id uuid NOT NULL,
    installation_id uuid NOT NULL,
    name text NOT NULL,
    announce_in text,
    cadence jsonb NOT NULL,
    relationship_types text[] NOT NULL,
    group_size integer NOT NULL,
    cool_down_rounds integer NOT NULL,
    last_round_number integer NOT NULL,
    next_round_at timestamp with time zone NOT NULL,
    is_as_created boolean NOT NULL,
    CONSTRAINT pk_programs PRIMARY KEY (id),
    CONSTRAINT fk_programs_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);

CREATE TABLE do_not_matches (
    person_id uuid NOT NULL,
    other_id uuid NOT NULL,
    CONSTRAINT pk_do_not_matches PRIMARY KEY (person_id, other_id),
    CONSTRAINT fk_do_not_matches_people_other_id FOREIGN KEY (other_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_do_not_matches_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE participants (
    id uuid NOT NULL,
    program_id uuid NOT NULL,
    person_id uuid NOT NULL,
    has_left boolean NOT NULL,
    paused_until timestamp with time zone,
    skips_round integer,
    seeks text[] NOT NULL,
    offers text[] NOT NULL,
    every_rounds integer NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    last_paired_round integer,
    times_left_out integer NOT NULL,
    CONSTRAINT pk_participants PRIMARY KEY (id),
    CONSTRAINT fk_participants_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_participants_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE
);

CREATE TABLE rounds (
    id uuid NOT NULL,
    program_id uuid NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    snapshot jsonb NOT NULL,
    proof jsonb,
    CONSTRAINT pk_rounds PRIMARY KEY (id),
    CONSTRAINT fk_rounds_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE
);

CREATE TABLE pairings (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    relationship_type text NOT NULL,
    state text NOT NULL,
    reasons text[] NOT NULL,
    introduced_at timestamp with time zone NOT NULL,
    met_at timestamp with time zone,
    organizer_id uuid NOT NULL,
    CONSTRAINT pk_pairings PRIMARY KEY (id),
    CONSTRAINT fk_pairings_people_organizer_id FOREIGN KEY (organizer_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_pairings_rounds_round_id FOREIGN KEY (round_id) REFERENCES rounds (id) ON DELETE CASCADE
);

CREATE TABLE sit_outs (
    round_id uuid NOT NULL,
    person_id uuid NOT NULL,
    reason text NOT NULL,
    explanation text NOT NULL,
    CONSTRAINT pk_sit_outs PRIMARY KEY (round_id, person_id),
    CONSTRAINT fk_sit_outs_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_sit_outs_rounds_round_id FOREIGN KEY (round_id) REFERENCES rounds (id) ON DELETE CASCADE
);

CREATE TABLE nudges (
    id uuid NOT NULL,
    kind text NOT NULL,
    pairing_id uuid NOT NULL,
    person_id uuid,
    due_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    CONSTRAINT pk_nudges PRIMARY KEY (id),
    CONSTRAINT fk_nudges_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE CASCADE,
    CONSTRAINT fk_nudges_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE pairing_members (
    pairing_id uuid NOT NULL,
    person_id uuid NOT NULL,
    round_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT pk_pairing_members PRIMARY KEY (pairing_id, person_id),
    CONSTRAINT fk_pairing_members_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE CASCADE,
    CONSTRAINT fk_pairing_members_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_pairing_members_rounds_round_id FOREIGN KEY (round_id) REFERENCES rounds (id) ON DELETE CASCADE
);

CREATE TABLE reflections (
    id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    person_id uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    takeaway bytea NOT NULL,
    given bytea NOT NULL,
    action bytea NOT NULL,
    action_on date,
    outcome text,
    CONSTRAINT pk_reflections PRIMARY KEY (id),
    CONSTRAINT fk_reflections_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE CASCADE,
    CONSTRAINT fk_reflections_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE INDEX ix_do_not_matches_other_id ON do_not_matches (other_id);
CREATE INDEX ix_inbox_next_attempt_at ON inbox (next_attempt_at) WHERE done_at IS NULL;
CREATE UNIQUE INDEX ix_inbox_platform_event_id ON inbox (platform, event_id);
CREATE UNIQUE INDEX ix_installations_platform_external_id ON installations (platform, external_id);
CREATE INDEX ix_nudges_due_at ON nudges (due_at) WHERE state = 'Waiting';
CREATE UNIQUE INDEX ix_nudges_pairing_id_kind_person_id ON nudges (pairing_id, kind, person_id) NULLS NOT DISTINCT;
CREATE INDEX ix_nudges_person_id ON nudges (person_id);
CREATE INDEX ix_outbox_installation_id_lane_id ON outbox (installation_id, lane, id) WHERE state = 'Waiting';
CREATE INDEX ix_outbox_next_attempt_at ON outbox (next_attempt_at) WHERE state = 'Waiting';
CREATE UNIQUE INDEX ix_outbox_once ON outbox (once);
CREATE INDEX ix_pairing_members_person_id ON pairing_members (person_id);
CREATE UNIQUE INDEX ix_pairing_members_round_id_person_id ON pairing_members (round_id, person_id);
CREATE INDEX ix_pairings_organizer_id ON pairings (organizer_id);
CREATE INDEX ix_pairings_round_id ON pairings (round_id);
CREATE INDEX ix_participants_person_id ON participants (person_id);
CREATE UNIQUE INDEX ix_participants_program_id_person_id ON participants (program_id, person_id);
CREATE UNIQUE INDEX ix_people_installation_id_external_id ON people (installation_id, external_id);
CREATE INDEX ix_people_manager_id ON people (manager_id);
CREATE UNIQUE INDEX ix_programs_installation_id_name ON programs (installation_id, name);
CREATE INDEX ix_programs_next_round_at ON programs (next_round_at);
CREATE UNIQUE INDEX ix_reflections_pairing_id_person_id ON reflections (pairing_id, person_id);
CREATE INDEX ix_reflections_person_id ON reflections (person_id);
CREATE UNIQUE INDEX ix_rounds_program_id_number ON rounds (program_id, number);
CREATE INDEX ix_rounds_state ON rounds (state);
CREATE INDEX ix_sit_outs_person_id ON sit_outs (person_id);

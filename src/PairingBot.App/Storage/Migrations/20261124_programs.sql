-- Expands only: hosts of the version before write none of these columns and go on as they did.
ALTER TABLE programs ADD COLUMN channel_joining text NOT NULL DEFAULT 'Invites';
ALTER TABLE programs ADD COLUMN greeted_in text;
ALTER TABLE programs ADD COLUMN channel_trouble text;
ALTER TABLE programs ADD COLUMN run_by uuid;
ALTER TABLE programs ADD COLUMN guests_may_take_part boolean NOT NULL DEFAULT false;
ALTER TABLE programs ADD COLUMN week_question text NOT NULL DEFAULT 'NotAsked';
ALTER TABLE programs ADD CONSTRAINT fk_programs_people_run_by FOREIGN KEY (run_by) REFERENCES people (id) ON DELETE SET NULL;
CREATE INDEX ix_programs_run_by ON programs (run_by);
-- A channel that was chosen for announcements stays what it was until an organizer says otherwise.
UPDATE programs SET channel_joining = 'Nothing' WHERE announce_in IS NOT NULL;

ALTER TABLE participants ADD COLUMN asked_for_round integer;
ALTER TABLE participants ADD COLUMN needs_yes_for integer;
ALTER TABLE participants ADD COLUMN is_away boolean NOT NULL DEFAULT false;
ALTER TABLE participants ADD COLUMN channel_news_at timestamp with time zone;

CREATE TABLE arrivals (
    program_id uuid NOT NULL,
    external_id text NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    invited_at timestamp with time zone,
    CONSTRAINT pk_arrivals PRIMARY KEY (program_id, external_id),
    CONSTRAINT fk_arrivals_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE
);
CREATE INDEX ix_arrivals_arrived_at ON arrivals (arrived_at) WHERE state = 'Waiting';

ALTER TABLE people ADD COLUMN listing jsonb NOT NULL DEFAULT '{}'::jsonb;
ALTER TABLE people ADD COLUMN listed_manager_id uuid;
ALTER TABLE people ADD CONSTRAINT fk_people_people_listed_manager_id FOREIGN KEY (listed_manager_id) REFERENCES people (id) ON DELETE SET NULL;
CREATE INDEX ix_people_listed_manager_id ON people (listed_manager_id);

ALTER TABLE installations ADD COLUMN people_cursor text;

-- Where people can be reached, who can't be, and group messages that go to each person alone. Expands only: hosts of the version before write none of it.
CREATE TABLE chat_references (
    installation_id uuid NOT NULL,
    conversation text NOT NULL,
    service_address text NOT NULL,
    person text,
    seen_at timestamp with time zone NOT NULL DEFAULT (clock_timestamp()),
    CONSTRAINT pk_chat_references PRIMARY KEY (installation_id, conversation),
    CONSTRAINT fk_chat_references_installations_installation_id FOREIGN KEY (installation_id) REFERENCES installations (id) ON DELETE CASCADE
);
CREATE INDEX ix_chat_references_installation_id_person ON chat_references (installation_id, person) WHERE person IS NOT NULL;

ALTER TABLE people ADD COLUMN email text;
ALTER TABLE people ADD COLUMN unreachable text;
ALTER TABLE people ADD COLUMN is_appointed boolean NOT NULL DEFAULT FALSE;

ALTER TABLE installations ADD COLUMN told_of_missing text;

ALTER TABLE outbox ADD COLUMN part_of bigint;
CREATE INDEX ix_outbox_part_of ON outbox (part_of) WHERE part_of IS NOT NULL;

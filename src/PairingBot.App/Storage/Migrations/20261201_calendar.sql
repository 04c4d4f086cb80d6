-- Times that are offered, and the meetings that stand in calendars. Expands only.
ALTER TABLE pairings ADD COLUMN wanted_times integer;
CREATE INDEX ix_pairings_wanted_times ON pairings (wanted_times) WHERE wanted_times IS NOT NULL;

CREATE TABLE bookings (
    pairing_id uuid NOT NULL,
    key uuid NOT NULL,
    starts_at timestamp with time zone,
    organizer text,
    event_id text,
    next_at timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    CONSTRAINT pk_bookings PRIMARY KEY (pairing_id),
    CONSTRAINT fk_bookings_pairings_pairing_id FOREIGN KEY (pairing_id) REFERENCES pairings (id) ON DELETE CASCADE
);
CREATE INDEX ix_bookings_next_at ON bookings (next_at);

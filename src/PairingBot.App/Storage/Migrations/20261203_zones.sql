-- When somebody's mailbox was last asked for their time zone. Expands only.
ALTER TABLE people ADD COLUMN zone_asked_at timestamp with time zone;

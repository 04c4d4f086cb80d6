-- What the people of a conversation were shown, when they meet, and who has asked in their own words. Expands only: hosts of the version before write none of these.
ALTER TABLE pairings ADD COLUMN questions text[] NOT NULL DEFAULT '{}'::text[];
ALTER TABLE pairings ADD COLUMN meets_at timestamp with time zone;
ALTER TABLE pairings ADD COLUMN is_time_known boolean NOT NULL DEFAULT false;
ALTER TABLE pairing_members ADD COLUMN asked_at timestamp with time zone;

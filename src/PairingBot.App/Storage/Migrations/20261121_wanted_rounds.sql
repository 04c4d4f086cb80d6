ALTER TABLE programs ADD COLUMN round_wanted_at timestamp with time zone;

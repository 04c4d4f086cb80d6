-- For which round somebody's calendar has been looked at. Expands only: hosts of the version before do not look.
ALTER TABLE participants ADD COLUMN calendar_seen_for integer;

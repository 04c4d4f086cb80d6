-- A pairing belongs to a program, and no longer to a round only: people ask each other, and go on with each other. Expands only.
ALTER TABLE pairings ALTER COLUMN round_id DROP NOT NULL;
ALTER TABLE pairings ADD COLUMN program_id uuid;
ALTER TABLE pairings ADD COLUMN round_number integer;
UPDATE pairings SET program_id = rounds.program_id, round_number = rounds.number FROM rounds WHERE rounds.id = pairings.round_id;
ALTER TABLE pairings ALTER COLUMN program_id SET NOT NULL;
ALTER TABLE pairings ALTER COLUMN round_number SET NOT NULL;
ALTER TABLE pairings ADD CONSTRAINT fk_pairings_programs_program_id FOREIGN KEY (program_id) REFERENCES programs (id) ON DELETE CASCADE;
CREATE INDEX ix_pairings_program_id_round_number ON pairings (program_id, round_number);

ALTER TABLE pairing_members ALTER COLUMN round_id DROP NOT NULL;
ALTER TABLE pairing_members ADD COLUMN seat integer NOT NULL DEFAULT 0;

-- Hosts of the version before know rounds only, and are helped until the last of them is gone.
CREATE FUNCTION pairing_of_a_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT program_id, number INTO NEW.program_id, NEW.round_number FROM rounds WHERE id = NEW.round_id;
    RETURN NEW;
END $$;
CREATE TRIGGER pairing_of_a_round BEFORE INSERT ON pairings FOR EACH ROW WHEN (NEW.program_id IS NULL) EXECUTE FUNCTION pairing_of_a_round();

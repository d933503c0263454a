-- Grows with every change of what the timetable in force is read together with: holidays, and the rules of lines.
CREATE TABLE shuttle_revision (
  org_id integer PRIMARY KEY REFERENCES org,
  revision integer NOT NULL DEFAULT 1
);
INSERT INTO shuttle_revision (org_id) SELECT org_id FROM org;
CREATE FUNCTION give_shuttle_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO shuttle_revision (org_id) VALUES (NEW.org_id);
  RETURN NULL;
END $$;
CREATE TRIGGER org_has_shuttle_revision AFTER INSERT ON org FOR EACH ROW EXECUTE FUNCTION give_shuttle_revision();

CREATE FUNCTION bump_shuttle_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE shuttle_revision SET revision = revision + 1 WHERE org_id = coalesce(NEW.org_id, OLD.org_id);
  RETURN NULL;
END $$;
CREATE TRIGGER special_day_moves_shuttles AFTER INSERT OR UPDATE OR DELETE ON special_day
  FOR EACH ROW EXECUTE FUNCTION bump_shuttle_revision();
CREATE TRIGGER line_rule_moves_shuttles AFTER INSERT OR UPDATE OR DELETE ON shuttle_line
  FOR EACH ROW EXECUTE FUNCTION bump_shuttle_revision();

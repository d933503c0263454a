-- What riders are told and what they keep; and how everybody who keeps a timetable hears that it changed.

CREATE TABLE shuttle_notice (
  org_id integer NOT NULL REFERENCES org,
  notice_id uuid NOT NULL,
  -- of these lines; of all when empty
  route_ids text[] NOT NULL DEFAULT '{}',
  title text NOT NULL,
  body text NOT NULL DEFAULT '',
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day),
  by_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, notice_id),
  FOREIGN KEY (org_id, by_id) REFERENCES person
);
CREATE INDEX shuttle_notice_until ON shuttle_notice (org_id, until_day);

CREATE TABLE kept_stop (
  org_id integer NOT NULL,
  person_id uuid NOT NULL,
  stop_id text NOT NULL,
  is_usual boolean NOT NULL DEFAULT false,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, person_id, stop_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE UNIQUE INDEX kept_stop_usual ON kept_stop (org_id, person_id) WHERE is_usual;

-- Grows with every change of what the timetable in force is read together with: holidays, and the rules of lines. What
-- decides besides whether a seat can be had has a number of its own: the setting, delays and cancellations, vehicles.
CREATE TABLE shuttle_revision (
  org_id integer PRIMARY KEY REFERENCES org,
  revision integer NOT NULL DEFAULT 1,
  seat_rules integer NOT NULL DEFAULT 1
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

CREATE FUNCTION bump_seat_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE shuttle_revision SET seat_rules = seat_rules + 1 WHERE org_id = coalesce(NEW.org_id, OLD.org_id);
  RETURN NULL;
END $$;
CREATE TRIGGER setting_moves_seat_rules AFTER UPDATE ON shuttle_setting
  FOR EACH ROW EXECUTE FUNCTION bump_seat_rules();
CREATE TRIGGER change_moves_seat_rules AFTER INSERT OR UPDATE OR DELETE ON trip_change
  FOR EACH ROW EXECUTE FUNCTION bump_seat_rules();
CREATE TRIGGER assignment_moves_seat_rules AFTER INSERT OR UPDATE OR DELETE ON trip_assignment
  FOR EACH ROW EXECUTE FUNCTION bump_seat_rules();
CREATE TRIGGER vehicle_moves_seat_rules AFTER UPDATE ON shuttle_vehicle
  FOR EACH ROW EXECUTE FUNCTION bump_seat_rules();

-- By what a wish for a seat is judged at this moment; no row without a timetable in force.
CREATE FUNCTION seat_rules_of(org integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws('.', t.timetable_key, t.revision, n.revision, n.seat_rules)
  FROM timetable t JOIN shuttle_revision n ON n.org_id = t.org_id WHERE t.org_id = org AND t.status = 'published'
$$;

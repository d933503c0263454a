-- What every reader of a published week sees is kept by processes, and these numbers tell whether it is still right. The
-- database moves them itself, so that no way of changing a menu or a label can forget to. Not moved by what is read in
-- every call: places taken, dishes sold out, names of canteens. Ratings have a number of their own, as they come by the
-- minute.

CREATE TABLE menu_revision (
  org_id integer PRIMARY KEY REFERENCES org,
  -- the transaction that changed a menu last: to be compared for being the same, not for being later
  revision bigint NOT NULL DEFAULT 0,
  -- the one that rated a dish last
  votes bigint NOT NULL DEFAULT 0
);

-- Once in each transaction, however many rows it changes.
CREATE FUNCTION move_menu_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO menu_revision AS r (org_id, revision)
  VALUES (coalesce(NEW.org_id, OLD.org_id), pg_current_xact_id()::text::bigint)
  ON CONFLICT (org_id) DO UPDATE SET revision = EXCLUDED.revision WHERE r.revision <> EXCLUDED.revision;
  RETURN NULL;
END $$;

CREATE FUNCTION move_vote_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO menu_revision AS r (org_id, votes) VALUES (NEW.org_id, pg_current_xact_id()::text::bigint)
  ON CONFLICT (org_id) DO UPDATE SET votes = EXCLUDED.votes WHERE r.votes <> EXCLUDED.votes;
  RETURN NULL;
END $$;

-- Deferred to the commit: the row for all of an institution is then locked last and shortly, so that whoever publishes
-- neither holds up the others nor waits for them crosswise.
CREATE CONSTRAINT TRIGGER menu_day_moves_menu AFTER INSERT ON menu_day DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION move_menu_revision();
CREATE CONSTRAINT TRIGGER published_day_moves_menu AFTER UPDATE ON menu_day DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.canteen_id, OLD.day, OLD.is_closed, OLD.note, OLD.published_at, OLD.changed_at)
    IS DISTINCT FROM (NEW.canteen_id, NEW.day, NEW.is_closed, NEW.note, NEW.published_at, NEW.changed_at))
  EXECUTE FUNCTION move_menu_revision();
CREATE CONSTRAINT TRIGGER lost_day_moves_menu AFTER DELETE ON menu_day DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION move_menu_revision();

CREATE CONSTRAINT TRIGGER sitting_moves_menu AFTER INSERT OR DELETE ON sitting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION move_menu_revision();
CREATE CONSTRAINT TRIGGER changed_sitting_moves_menu AFTER UPDATE ON sitting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.canteen_id, OLD.day, OLD.meal, OLD.opens_at, OLD.closes_at, OLD.cutoff_at, OLD.places,
      OLD.removed_at)
    IS DISTINCT FROM (NEW.canteen_id, NEW.day, NEW.meal, NEW.opens_at, NEW.closes_at, NEW.cutoff_at, NEW.places,
      NEW.removed_at))
  EXECUTE FUNCTION move_menu_revision();

CREATE CONSTRAINT TRIGGER serving_moves_menu AFTER INSERT OR DELETE ON serving DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION move_menu_revision();
CREATE CONSTRAINT TRIGGER changed_serving_moves_menu AFTER UPDATE ON serving DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.sitting_id, OLD.canteen_id, OLD.day, OLD.window_id, OLD.dish_id, OLD.sort_order, OLD.prices,
      OLD.has_half, OLD.notes, OLD.places, OLD.removed_at)
    IS DISTINCT FROM (NEW.sitting_id, NEW.canteen_id, NEW.day, NEW.window_id, NEW.dish_id, NEW.sort_order, NEW.prices,
      NEW.has_half, NEW.notes, NEW.places, NEW.removed_at))
  EXECUTE FUNCTION move_menu_revision();

CREATE CONSTRAINT TRIGGER window_moves_menu AFTER UPDATE ON canteen_window DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION move_menu_revision();

-- a dish that is not on a menu yet comes there by a serving, and one that is cannot be deleted
CREATE CONSTRAINT TRIGGER dish_moves_menu AFTER UPDATE OF name, labels, spice ON dish DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.name, OLD.labels, OLD.spice) IS DISTINCT FROM (NEW.name, NEW.labels, NEW.spice))
  EXECUTE FUNCTION move_menu_revision();

-- a dish without votes moves nothing, and one with votes cannot be deleted
CREATE CONSTRAINT TRIGGER dish_moves_votes AFTER INSERT ON dish DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.rating_count > 0) EXECUTE FUNCTION move_vote_revision();
CREATE CONSTRAINT TRIGGER rating_moves_votes AFTER UPDATE OF rating_count, rating_sum ON dish
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.rating_count, OLD.rating_sum) IS DISTINCT FROM (NEW.rating_count, NEW.rating_sum))
  EXECUTE FUNCTION move_vote_revision();

CREATE CONSTRAINT TRIGGER menu_change_moves_menu AFTER INSERT OR UPDATE OR DELETE ON menu_change
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_menu_revision();

-- few of the servings of a week: looked for in every call
CREATE INDEX serving_sold_out ON serving (org_id, canteen_id, day) WHERE sold_out_at IS NOT NULL;

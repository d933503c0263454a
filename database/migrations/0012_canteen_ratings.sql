-- Ratings, the threads below them with their clock, and what the kitchen does about it.

CREATE TABLE rating (
  org_id integer NOT NULL,
  rating_id uuid NOT NULL,
  serving_id uuid NOT NULL,
  dish_id uuid NOT NULL,
  canteen_id uuid NOT NULL,
  day date NOT NULL,
  person_id uuid NOT NULL,
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  chips text[] NOT NULL DEFAULT '{}',
  words text NOT NULL DEFAULT '',
  rated_at timestamptz NOT NULL,
  edited_at timestamptz,
  -- grows with everything that others may only see once it was looked at
  revision integer NOT NULL DEFAULT 1,
  -- taken back by whoever wrote it
  withdrawn_at timestamptz,
  moderation text NOT NULL DEFAULT 'none' CHECK (moderation IN ('none', 'pending', 'passed', 'risky')),
  moderated_by uuid,
  is_urgent boolean NOT NULL DEFAULT false,
  owner_id uuid,
  -- of the question that waits or waited last: when it was asked, until when it is answered, and when it was
  asked_at timestamptz,
  warn_at timestamptz,
  due_at timestamptz,
  answered_at timestamptz,
  warned_at timestamptz,
  escalated_at timestamptz,
  -- what time does next: moved by tick
  next_due_at timestamptz,
  PRIMARY KEY (org_id, rating_id),
  -- once for each serving and person
  CONSTRAINT rating_once UNIQUE (org_id, serving_id, person_id),
  FOREIGN KEY (org_id, serving_id) REFERENCES serving,
  FOREIGN KEY (org_id, dish_id) REFERENCES dish,
  FOREIGN KEY (org_id, person_id) REFERENCES person,
  FOREIGN KEY (org_id, owner_id) REFERENCES person
);
CREATE INDEX rating_by_person ON rating (org_id, person_id, rated_at DESC, rating_id DESC);
CREATE INDEX rating_by_dish ON rating (org_id, dish_id, rated_at DESC, rating_id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX rating_waiting ON rating (org_id, due_at, rating_id)
  WHERE due_at IS NOT NULL AND answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX rating_newest ON rating (org_id, rated_at DESC, rating_id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX rating_unmoderated ON rating (org_id, rated_at, rating_id)
  WHERE moderation = 'pending' AND withdrawn_at IS NULL;
CREATE INDEX rating_by_day ON rating (org_id, day) WHERE withdrawn_at IS NULL;
CREATE INDEX rating_due ON rating (next_due_at) WHERE next_due_at IS NOT NULL;

-- A dish carries how it is rated, whoever writes ratings.
CREATE FUNCTION count_rating() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before integer := CASE WHEN TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL THEN OLD.stars END;
  after integer := CASE WHEN NEW.withdrawn_at IS NULL THEN NEW.stars END;
BEGIN
  IF before IS DISTINCT FROM after THEN
    UPDATE dish SET
      rating_count = rating_count - (before IS NOT NULL)::integer + (after IS NOT NULL)::integer,
      rating_sum = rating_sum - coalesce(before, 0) + coalesce(after, 0)
    WHERE org_id = NEW.org_id AND dish_id = NEW.dish_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_is_counted AFTER INSERT OR UPDATE OF stars, withdrawn_at ON rating
  FOR EACH ROW EXECUTE FUNCTION count_rating();

CREATE TABLE rating_message (
  org_id integer NOT NULL,
  rating_id uuid NOT NULL,
  message_number integer NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('kitchen', 'diner')),
  words text NOT NULL,
  PRIMARY KEY (org_id, rating_id, message_number),
  FOREIGN KEY (org_id, rating_id) REFERENCES rating,
  FOREIGN KEY (org_id, by_id) REFERENCES person
);

-- Each question the kitchen answered, with its clock as it stood then, and the message that did.
CREATE TABLE rating_answer (
  org_id integer NOT NULL,
  rating_id uuid NOT NULL,
  message_number integer NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  answered_at timestamptz NOT NULL,
  -- of service hours
  service_minutes double precision NOT NULL CHECK (service_minutes >= 0),
  PRIMARY KEY (org_id, rating_id, message_number),
  FOREIGN KEY (org_id, rating_id, message_number) REFERENCES rating_message ON DELETE CASCADE
);

-- What the due times of an institution's comments are computed with, as one text to tell it from another.
CREATE FUNCTION canteen_clock(setting canteen_setting) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(concat_ws(' ', setting.weekly, setting.published_through, setting.answer_minutes, o.zone,
    (SELECT string_agg(concat(d.day, d.is_off_day), ' ' ORDER BY d.day) FROM special_day d WHERE d.org_id = o.org_id)))
  FROM org o WHERE o.org_id = setting.org_id
$$;

-- Takes comments that are to be warned of or have run out, each step once, whoever asks at the same moment: what one has
-- locked the others skip. Whatever comes late for its warning is told once, as run out.
CREATE FUNCTION take_due_feedback(moment timestamptz, most integer)
RETURNS TABLE (org_id integer, rating_id uuid, dish text, canteen text, owner_id uuid, step text, due_at timestamptz)
LANGUAGE sql AS $$
  WITH due AS MATERIALIZED (
    SELECT r.org_id, r.rating_id FROM rating r
    WHERE r.next_due_at <= moment ORDER BY r.next_due_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE rating r SET
    warned_at = coalesce(r.warned_at, moment),
    escalated_at = CASE WHEN r.due_at <= moment THEN moment END,
    next_due_at = CASE WHEN r.due_at > moment THEN r.due_at END
  FROM due, dish d, canteen c
  WHERE r.org_id = due.org_id AND r.rating_id = due.rating_id
    AND d.org_id = r.org_id AND d.dish_id = r.dish_id AND c.org_id = r.org_id AND c.canteen_id = r.canteen_id
  RETURNING r.org_id, r.rating_id, d.name, c.name, r.owner_id,
    CASE WHEN r.escalated_at IS NULL THEN 'warn' ELSE 'escalate' END, r.due_at
$$;

CREATE TABLE rating_photo (
  org_id integer NOT NULL,
  photo_id uuid NOT NULL,
  rating_id uuid NOT NULL,
  at timestamptz NOT NULL,
  webp bytea NOT NULL,
  PRIMARY KEY (org_id, photo_id),
  FOREIGN KEY (org_id, rating_id) REFERENCES rating
);
CREATE INDEX rating_photo_by_rating ON rating_photo (org_id, rating_id);

-- 整改.
CREATE TABLE corrective_action (
  org_id integer NOT NULL,
  action_id uuid NOT NULL,
  canteen_id uuid NOT NULL,
  title text NOT NULL,
  detail text NOT NULL DEFAULT '',
  dish_id uuid,
  rating_id uuid,
  owner_id uuid NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'doing', 'done', 'verified')),
  outcome text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  done_at timestamptz,
  done_by uuid,
  verified_at timestamptz,
  verified_by uuid,
  -- when its owner and the managers were told that its day has passed
  overdue_told_at timestamptz,
  PRIMARY KEY (org_id, action_id),
  FOREIGN KEY (org_id, canteen_id) REFERENCES canteen,
  FOREIGN KEY (org_id, dish_id) REFERENCES dish,
  FOREIGN KEY (org_id, rating_id) REFERENCES rating,
  FOREIGN KEY (org_id, owner_id) REFERENCES person,
  FOREIGN KEY (org_id, verified_by) REFERENCES person,
  CHECK ((status IN ('done', 'verified')) = (done_by IS NOT NULL) AND (done_by IS NULL) = (done_at IS NULL)),
  CHECK ((status = 'verified') = (verified_by IS NOT NULL) AND (verified_by IS NULL) = (verified_at IS NULL)),
  -- whoever did it does not verify it
  CONSTRAINT corrective_action_verifier CHECK (verified_by <> done_by)
);
CREATE INDEX corrective_action_board ON corrective_action (org_id, status, due_on, action_id);
CREATE INDEX corrective_action_of_rating ON corrective_action (org_id, rating_id) WHERE rating_id IS NOT NULL;
CREATE INDEX corrective_action_untold ON corrective_action (due_on)
  WHERE status IN ('open', 'doing') AND overdue_told_at IS NULL;

-- Takes corrective actions whose day has passed in their institution's zone, each once.
CREATE FUNCTION take_overdue_actions(moment timestamptz)
RETURNS TABLE (org_id integer, action_id uuid, title text, owner_id uuid, due_on date) LANGUAGE sql AS $$
  WITH overdue AS MATERIALIZED (
    SELECT a.org_id, a.action_id FROM corrective_action a JOIN org o ON o.org_id = a.org_id
    WHERE a.status IN ('open', 'doing') AND a.overdue_told_at IS NULL
      AND a.due_on < (moment AT TIME ZONE o.zone::interval)::date
    FOR NO KEY UPDATE OF a SKIP LOCKED
  )
  UPDATE corrective_action a SET overdue_told_at = moment FROM overdue v
  WHERE a.org_id = v.org_id AND a.action_id = v.action_id
  RETURNING a.org_id, a.action_id, a.title, a.owner_id, a.due_on
$$;

-- Meals by day: sittings, what was served and left over, and how many said that they eat.
CREATE FUNCTION count_canteen_meals(org integer, canteen uuid, first date, last date)
RETURNS TABLE (day date, sittings bigint, served bigint, leftover_kg double precision, reserved bigint)
LANGUAGE sql STABLE AS $$
  WITH held AS (
    SELECT s.day, s.sitting_id, s.served, s.leftover_kg FROM sitting s
    WHERE s.org_id = org AND s.day BETWEEN first AND last AND s.removed_at IS NULL
      AND (canteen IS NULL OR s.canteen_id = canteen)
  ), eaters AS (
    SELECT a.sitting_id, count(*) AS n FROM meal_answer a
    WHERE a.org_id = org AND a.answer = 'eats' AND a.day BETWEEN first AND last GROUP BY a.sitting_id
  )
  SELECT h.day, count(*), coalesce(sum(h.served), 0), coalesce(sum(h.leftover_kg), 0)::double precision,
    coalesce(sum(e.n), 0)::bigint
  FROM held h LEFT JOIN eaters e USING (sitting_id) GROUP BY h.day ORDER BY h.day
$$;

-- Dishes on the menu of some days: how often, and how many portions of them were reserved.
CREATE FUNCTION count_canteen_dishes(org integer, canteen uuid, first date, last date)
RETURNS TABLE (dish_id uuid, dish text, servings bigint, reserved bigint) LANGUAGE sql STABLE AS $$
  WITH wanted AS (
    SELECT w.serving_id, count(*) AS n FROM meal_answer a, unnest(a.serving_ids) AS w(serving_id)
    WHERE a.org_id = org AND a.answer = 'eats' AND a.day BETWEEN first AND last GROUP BY w.serving_id
  )
  SELECT d.dish_id, d.name, count(*), coalesce(sum(w.n), 0)::bigint
  FROM serving s JOIN dish d ON d.org_id = s.org_id AND d.dish_id = s.dish_id
    JOIN sitting t ON t.org_id = s.org_id AND t.sitting_id = s.sitting_id
    LEFT JOIN wanted w ON w.serving_id = s.serving_id
  WHERE s.org_id = org AND s.day BETWEEN first AND last AND s.removed_at IS NULL AND t.removed_at IS NULL
    AND (canteen IS NULL OR s.canteen_id = canteen)
  GROUP BY d.dish_id, d.name ORDER BY count(*) DESC, d.name, d.dish_id
$$;

-- Questions below ratings of some days: those answered, each with its own clock, and those that still wait.
CREATE FUNCTION count_canteen_answers(org integer, canteen uuid, first date, last date)
RETURNS TABLE (wanted bigint, answered bigint, in_time bigint, median double precision) LANGUAGE sql STABLE AS $$
  WITH rated AS (
    SELECT r.rating_id, r.due_at IS NOT NULL AND r.answered_at IS NULL AS waits FROM rating r
    WHERE r.org_id = org AND r.day BETWEEN first AND last AND r.withdrawn_at IS NULL
      AND (canteen IS NULL OR r.canteen_id = canteen)
  ), answers AS (
    SELECT a.* FROM rated JOIN rating_answer a ON a.org_id = org AND a.rating_id = rated.rating_id
  )
  SELECT count(*) + (SELECT count(*) FROM rated WHERE waits), count(*), count(*) FILTER (WHERE answered_at <= due_at),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY service_minutes)
  FROM answers
$$;

-- Saying whether one eats: cut-off, places, key, audit entry and notice, in one round trip and one commit for all wishes
-- of an institution that came in together.

CREATE TYPE meal_wish AS (
  at_position integer, asker uuid, key uuid, fingerprint bytea, asked_at timestamptz, zone text,
  person uuid, canteen uuid, day date, meal text, answer text, portion text, servings uuid[], note text,
  -- the answer without what only the sitting knows
  body jsonb, procedure text, audit_detail jsonb,
  -- {title, body, path} for somebody who is answered for
  notice jsonb);

-- Gives by the wish's position the answer as JSON, a refusal too, as it is kept under the key; 'replayed' when the key
-- was used before. What is limited is counted in `taken`, what is not is not touched: a meal without limits has no row
-- that everybody waits for. The wishes come in order of their keys; everything else is locked in the order below, so
-- that two calls never wait for each other crosswise.
CREATE FUNCTION answer_meals(org integer, wishes json) RETURNS TABLE ("position" integer, outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  asked meal_wish[] := ARRAY(SELECT w FROM json_populate_recordset(NULL::meal_wish, wishes) w);
  wish meal_wish;
  sittings uuid[];
  here sitting;
  before record;
  -- where and what one eats by the answer before, and by this one
  had_sitting uuid;
  had uuid[];
  wants_sitting uuid;
  wants uuid[];
  chosen record;
  refusal text;
BEGIN
  -- of two answers of one person to one meal the second waits for the first: the row it changes may not be there yet
  PERFORM pg_advisory_xact_lock(turn) FROM (
    SELECT DISTINCT hashtextextended(concat_ws(' ', org, w.person, w.day, w.meal), 0) AS turn FROM unnest(asked) w
    ORDER BY turn) turns;

  -- the sittings wished for and those that are left; publishing takes them whole and waits, or is waited for
  sittings := ARRAY(
    SELECT s.sitting_id FROM unnest(asked) w
      JOIN sitting s ON s.org_id = org AND s.canteen_id = w.canteen AND s.day = w.day AND s.meal = w.meal
    UNION SELECT a.sitting_id FROM unnest(asked) w
      JOIN meal_answer a ON a.org_id = org AND a.person_id = w.person AND a.day = w.day AND a.meal = w.meal);
  PERFORM FROM sitting s WHERE s.org_id = org AND s.sitting_id = ANY (sittings)
    ORDER BY s.sitting_id FOR KEY SHARE;
  PERFORM FROM sitting s WHERE s.org_id = org AND s.sitting_id = ANY (sittings) AND s.places IS NOT NULL
    ORDER BY s.sitting_id FOR NO KEY UPDATE;
  PERFORM FROM serving s WHERE s.org_id = org AND s.sitting_id = ANY (sittings) AND s.places IS NOT NULL
    AND s.serving_id IN (
      SELECT unnest(w.servings) FROM unnest(asked) w
      UNION ALL SELECT unnest(a.serving_ids) FROM unnest(asked) w
        JOIN meal_answer a ON a.org_id = org AND a.person_id = w.person AND a.day = w.day AND a.meal = w.meal)
    ORDER BY s.serving_id FOR NO KEY UPDATE;

  FOREACH wish IN ARRAY asked LOOP
    "position" := wish.at_position;
    SELECT * INTO here FROM sitting s WHERE s.org_id = org AND s.canteen_id = wish.canteen AND s.day = wish.day
      AND s.meal = wish.meal AND s.removed_at IS NULL
      -- in a canteen that is closed for good nobody begins to eat; whoever had said so can take it back
      AND (wish.answer = 'skips' OR NOT EXISTS (
        SELECT FROM canteen c WHERE c.org_id = org AND c.canteen_id = s.canteen_id AND c.is_retired));
    SELECT a.sitting_id, a.answer, a.serving_ids, s.places, s.cutoff_at, s.removed_at INTO before
      FROM meal_answer a JOIN sitting s ON s.org_id = org AND s.sitting_id = a.sitting_id
      WHERE a.org_id = org AND a.person_id = wish.person AND a.day = wish.day AND a.meal = wish.meal;
    had_sitting := CASE WHEN before.answer = 'eats' THEN before.sitting_id END;
    had := CASE WHEN before.answer = 'eats' THEN before.serving_ids ELSE '{}' END;
    wants_sitting := CASE WHEN wish.answer = 'eats' THEN here.sitting_id END;
    wants := CASE WHEN wish.answer = 'eats' THEN wish.servings ELSE '{}' END;
    SELECT count(*) AS known, coalesce(bool_and(s.has_half), true) AS have_half,
        array_agg(s.serving_id) FILTER (WHERE s.serving_id <> ALL (had)
          AND (s.sold_out_at IS NOT NULL OR s.taken >= s.places)) AS gone
      INTO chosen FROM serving s WHERE s.org_id = org AND s.serving_id = ANY (wants)
        AND s.sitting_id = here.sitting_id AND s.removed_at IS NULL;

    refusal := CASE
      WHEN here.sitting_id IS NULL THEN 'NO_SUCH_SITTING'
      WHEN here.cutoff_at IS NULL THEN 'NOT_RESERVABLE'
      WHEN wish.asked_at >= here.cutoff_at THEN 'PAST_CUTOFF'
      -- whoever moves is counted on elsewhere already, unless that meal is not held any more
      WHEN had_sitting <> here.sitting_id AND before.removed_at IS NULL AND wish.asked_at >= before.cutoff_at
        THEN 'PAST_CUTOFF'
      WHEN chosen.known < cardinality(wants) THEN 'NO_SUCH_SERVING'
      WHEN wish.portion = 'half' AND NOT chosen.have_half THEN 'NO_HALF_PORTION'
      WHEN chosen.gone IS NOT NULL THEN 'NO_PLACES_LEFT'
      WHEN wants_sitting IS DISTINCT FROM had_sitting AND wish.answer = 'eats' AND here.taken >= here.places
        THEN 'NO_PLACES_LEFT'
    END;
    outcome := CASE
      WHEN refusal IS NULL THEN jsonb_build_object('value', wish.body || jsonb_build_object('sittingId', here.sitting_id)
        || CASE WHEN wish.answer = 'eats' THEN jsonb_build_object('cutoffAt',
          to_char(here.cutoff_at AT TIME ZONE 'UTC' + wish.zone::interval, 'YYYY-MM-DD"T"HH24:MI:SS') || wish.zone)
          ELSE '{}' END)::text
      WHEN chosen.gone IS NOT NULL AND refusal = 'NO_PLACES_LEFT' THEN jsonb_build_object('refusal', refusal,
        'detail', jsonb_build_object('servingIds', chosen.gone))::text
      ELSE jsonb_build_object('refusal', refusal)::text
    END;

    INSERT INTO command VALUES (org, wish.asker, wish.key, wish.fingerprint, outcome, wish.asked_at)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN outcome := 'replayed'; RETURN NEXT; CONTINUE; END IF;
    RETURN NEXT;
    CONTINUE WHEN refusal IS NOT NULL;

    IF wants_sitting IS DISTINCT FROM had_sitting THEN
      IF here.places IS NOT NULL AND wants_sitting IS NOT NULL THEN
        UPDATE sitting s SET taken = taken + 1 WHERE s.org_id = org AND s.sitting_id = wants_sitting;
      END IF;
      IF before.places IS NOT NULL AND had_sitting IS NOT NULL THEN
        UPDATE sitting s SET taken = taken - 1 WHERE s.org_id = org AND s.sitting_id = had_sitting;
      END IF;
    END IF;
    IF wants <> had THEN
      UPDATE serving s SET taken = taken + (s.serving_id = ANY (wants))::integer - (s.serving_id = ANY (had))::integer
      WHERE s.org_id = org AND s.serving_id = ANY (wants || had) AND s.places IS NOT NULL
        AND (s.serving_id = ANY (wants)) <> (s.serving_id = ANY (had));
    END IF;
    INSERT INTO meal_answer AS a (org_id, person_id, day, meal, sitting_id, answer, portion, serving_ids, note, by_id,
      answered_at)
    VALUES (org, wish.person, wish.day, wish.meal, here.sitting_id, wish.answer, wish.portion, wants, wish.note,
      wish.asker, wish.asked_at)
    ON CONFLICT ON CONSTRAINT meal_answer_pkey DO UPDATE SET sitting_id = EXCLUDED.sitting_id, answer = EXCLUDED.answer,
      portion = EXCLUDED.portion, serving_ids = EXCLUDED.serving_ids, note = EXCLUDED.note, by_id = EXCLUDED.by_id,
      answered_at = EXCLUDED.answered_at;
    INSERT INTO audit_entry (org_id, at, person_id, procedure, kind, detail)
    VALUES (org, wish.asked_at, wish.asker, wish.procedure, 'write', wish.audit_detail);
    IF wish.notice IS NOT NULL THEN
      INSERT INTO notice (org_id, person_id, title, body, path, created_at)
      VALUES (org, wish.person, wish.notice->>'title', wish.notice->>'body', wish.notice->>'path', wish.asked_at);
    END IF;
  END LOOP;
END $$;

-- A seat that a season brings counts towards the quota of its day like any other.

-- Days on which there was a trip and no seat for the season, and the refusal: {"2026-12-04": "TOO_MANY_SEATS"}.
ALTER TABLE seat_season ADD COLUMN passed_over jsonb NOT NULL DEFAULT '{}';

-- Gives by the wish's position the answer as JSON, a refusal too, as it is kept under the key; 'replayed' when the key was
-- used before, 'outdated' when it was judged by other rules than those of now: nothing is decided then. All wishes of an
-- institution that came in together are decided one after the other and written at once. Every seat of a day counts
-- towards most_per_day, whoever brought it. Towards most_ahead those of seasons do not: they fill all days that are open.
-- Persons are locked before runs, both in order, so that two calls never wait for each other crosswise.
CREATE OR REPLACE FUNCTION reserve_seats(org integer, wishes json) RETURNS TABLE ("position" integer, outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  asked seat_wish[] := ARRAY(SELECT w FROM json_populate_recordset(NULL::seat_wish, wishes) w ORDER BY w.run, w.at_position);
  wish record;
  here shuttle_run;
  used uuid[] := '{}'; riders uuid[] := '{}';
  -- of what is decided and not replayed, side by side; no status when it is refused
  decided integer[] := '{}'; outcomes text[] := '{}'; statuses text[] := '{}'; numbers integer[] := '{}';
  free integer;
  today integer; ahead integer;
  is_again boolean;
  waiting_seat integer; waiting_wheelchair integer;
  status text; number integer; refusal text;
  rules text;
BEGIN
  PERFORM pg_advisory_xact_lock(turn) FROM (
    SELECT DISTINCT hashtextextended(concat_ws(' ', 'seat', org, who), 0) AS turn
    FROM unnest(asked) w, unnest(ARRAY[w.asker, w.person]) who ORDER BY turn) turns;
  PERFORM FROM shuttle_run r WHERE r.org_id = org AND r.run_id IN (SELECT w.run FROM unnest(asked) w)
    ORDER BY r.run_id FOR NO KEY UPDATE;
  rules := seat_rules_of(org);

  -- read once for all of them, after the locks; what this very call grants is added below
  FOR wish IN
    SELECT w.*, had.today, had.ahead, had.is_again,
      EXISTS (SELECT FROM command c WHERE c.org_id = org AND c.person_id = w.asker AND c.key = w.key) AS is_replayed
    FROM unnest(asked) w CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE s.day = w.day) AS today,
        count(*) FILTER (WHERE s.boards_at > w.asked_at AND s.season_id IS NULL) AS ahead,
        EXISTS (SELECT FROM seat_reservation o WHERE o.org_id = org AND o.run_id = w.run AND o.person_id = w.person
          AND o.guest_name = w.guest AND o.status IN ('reserved', 'waiting', 'offered', 'boarded')) AS is_again
      FROM seat_reservation s WHERE s.org_id = org AND s.person_id = w.person
        AND s.boards_at > w.asked_at - interval '2 days' AND s.status IN ('reserved', 'waiting', 'offered', 'boarded')) had
    ORDER BY w.run, w.at_position
  LOOP
    "position" := wish.at_position;
    IF wish.is_replayed OR wish.key = ANY (used) THEN outcome := 'replayed'; RETURN NEXT; CONTINUE; END IF;
    IF wish.judged_by IS NOT NULL AND wish.judged_by IS DISTINCT FROM rules THEN
      outcome := 'outdated'; RETURN NEXT; CONTINUE;
    END IF;
    used := used || wish.key;
    IF here.run_id IS DISTINCT FROM wish.run THEN
      SELECT * INTO here FROM shuttle_run r WHERE r.org_id = org AND r.run_id = wish.run;
      waiting_seat := NULL;
    END IF;
    today := wish.today; ahead := wish.ahead; is_again := wish.is_again;
    IF wish.person = ANY (riders) THEN
      SELECT today + count(*) FILTER (WHERE w.day = wish.day),
        ahead + count(*) FILTER (WHERE w.boards_at > wish.asked_at AND w.season IS NULL),
        is_again OR coalesce(bool_or(w.run = wish.run AND w.guest = wish.guest), false) INTO today, ahead, is_again
      FROM unnest(decided, statuses) d(at_position, status) JOIN unnest(asked) w ON w.at_position = d.at_position
      WHERE d.status IS NOT NULL AND w.person = wish.person;
    END IF;
    free := CASE wish.kind WHEN 'seat'
      THEN free_places(here.seats, here.taken_seats, wish.from_position, wish.to_position)
      ELSE free_places(here.wheelchair_places, here.taken_wheelchair, wish.from_position, wish.to_position) END;
    IF free <= 0 AND waiting_seat IS NULL THEN
      SELECT count(*) FILTER (WHERE s.kind = 'seat'), count(*) FILTER (WHERE s.kind <> 'seat')
        INTO waiting_seat, waiting_wheelchair
        FROM seat_reservation s WHERE s.org_id = org AND s.run_id = wish.run AND s.status = 'waiting';
    END IF;
    refusal := CASE
      WHEN here.run_id IS NULL OR here.is_withdrawn THEN 'NO_SUCH_TRIP'
      WHEN here.closed_at IS NOT NULL THEN 'CLOSED'
      WHEN is_again THEN 'ALREADY_RESERVED'
      WHEN today >= wish.most_per_day OR (wish.season IS NULL AND ahead >= wish.most_ahead) THEN 'TOO_MANY_SEATS'
      WHEN free <= 0 AND NOT wish.or_wait THEN 'FULL'
    END;
    status := NULL;
    number := NULL;
    IF refusal = 'FULL' THEN
      outcome := jsonb_build_object('refusal', refusal, 'detail',
        jsonb_build_object('freeSeats', 0, 'waiting', waiting_seat + waiting_wheelchair))::text;
    ELSIF refusal IS NOT NULL THEN
      outcome := jsonb_build_object('refusal', refusal)::text;
    ELSIF free > 0 THEN
      status := 'reserved';
      IF wish.kind = 'seat' THEN
        here.taken_seats := moved_places(here.taken_seats, wish.from_position, wish.to_position, 1);
      ELSE
        here.taken_wheelchair := moved_places(here.taken_wheelchair, wish.from_position, wish.to_position, 1);
      END IF;
      outcome := jsonb_build_object('value', wish.body)::text;
    ELSE
      status := 'waiting';
      number := here.next_waiting;
      here.next_waiting := here.next_waiting + 1;
      outcome := jsonb_build_object('value', wish.body || jsonb_build_object('status', 'waiting', 'isBoardable', false,
        'isLateNow', false, 'ahead', CASE wish.kind WHEN 'seat' THEN waiting_seat ELSE waiting_wheelchair END))::text;
      IF wish.kind = 'seat' THEN
        waiting_seat := waiting_seat + 1;
      ELSE
        waiting_wheelchair := waiting_wheelchair + 1;
      END IF;
    END IF;
    IF status IS NOT NULL THEN riders := riders || wish.person; END IF;
    decided := decided || wish.at_position;
    outcomes := array_append(outcomes, outcome);
    statuses := array_append(statuses, status);
    numbers := array_append(numbers, number);
    RETURN NEXT;
  END LOOP;

  -- the trigger counts them all at once, and the run's constraint has the last word
  IF cardinality(riders) > 0 THEN
    INSERT INTO seat_reservation (org_id, reservation_id, run_id, person_id, guest_name, made_by, kind, from_position,
      to_position, boards_at, day, status, waiting_number, season_id, created_at)
    SELECT org, w.reservation, w.run, w.person, w.guest, w.asker, w.kind, w.from_position, w.to_position, w.boards_at, w.day,
      d.status, d.number, w.season, w.asked_at
    FROM unnest(decided, statuses, numbers) d(at_position, status, number)
    JOIN unnest(asked) w ON w.at_position = d.at_position WHERE d.status IS NOT NULL;
    INSERT INTO audit_entry (org_id, at, person_id, procedure, kind, detail)
    SELECT org, w.asked_at, w.asker, w.procedure, 'write', w.audit_detail
    FROM unnest(decided, statuses) d(at_position, status)
    JOIN unnest(asked) w ON w.at_position = d.at_position WHERE d.status IS NOT NULL;
    INSERT INTO notice (org_id, person_id, title, body, path, created_at)
    SELECT org, w.person, w.notice->>'title', w.notice->>'body', w.notice->>'path', w.asked_at
    FROM unnest(decided, statuses) d(at_position, status)
    JOIN unnest(asked) w ON w.at_position = d.at_position WHERE d.status IS NOT NULL AND w.notice IS NOT NULL;
  END IF;
  IF array_position(statuses, 'waiting') IS NOT NULL THEN
    UPDATE shuttle_run r SET next_waiting = n.last + 1
    FROM (SELECT w.run, max(d.number) AS last FROM unnest(decided, numbers) d(at_position, number)
      JOIN unnest(asked) w ON w.at_position = d.at_position WHERE d.number IS NOT NULL GROUP BY w.run) n
    WHERE r.org_id = org AND r.run_id = n.run;
  END IF;
  INSERT INTO command (org_id, person_id, key, fingerprint, answer, at)
  SELECT org, w.asker, w.key, w.fingerprint, d.outcome, w.asked_at
  FROM unnest(decided, outcomes) d(at_position, outcome) JOIN unnest(asked) w ON w.at_position = d.at_position;
END $$;

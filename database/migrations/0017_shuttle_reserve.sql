-- Places taken follow the reservations by themselves, and the decisive statements of reserving and of the waiting list.

CREATE FUNCTION takes_place(status text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('reserved', 'offered', 'boarded', 'noShow')
$$;

-- The counts between stops after so many more are taken from one position to another.
CREATE FUNCTION moved_places(taken integer[], from_position integer, to_position integer, moved integer)
RETURNS integer[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(was + CASE WHEN from_position <= i AND i < to_position THEN moved ELSE 0 END ORDER BY i)
  FROM unnest(taken) WITH ORDINALITY u(was, i)
$$;

-- Whatever writes reservations, the run counts them; what it has no place for is refused by its constraint. Places that
-- become free are counted before those that are taken in the same statement.
CREATE FUNCTION count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  move record;
BEGIN
  FOR move IN EXECUTE format('SELECT org_id, run_id, kind, from_position, to_position, sum(moved)::integer AS moved
    FROM (%s) moves GROUP BY org_id, run_id, kind, from_position, to_position HAVING sum(moved) <> 0
    ORDER BY run_id, moved', TG_ARGV[0])
  LOOP
    IF move.kind = 'seat' THEN
      UPDATE shuttle_run r SET taken_seats =
        moved_places(r.taken_seats, move.from_position, move.to_position, move.moved)
      WHERE r.org_id = move.org_id AND r.run_id = move.run_id;
    ELSE
      UPDATE shuttle_run r SET taken_wheelchair =
        moved_places(r.taken_wheelchair, move.from_position, move.to_position, move.moved)
      WHERE r.org_id = move.org_id AND r.run_id = move.run_id;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER seats_added AFTER INSERT ON seat_reservation REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_places('SELECT *, 1 AS moved FROM added WHERE takes_place(status)');
CREATE TRIGGER seats_changed AFTER UPDATE ON seat_reservation REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_places('SELECT *, 1 AS moved FROM added WHERE takes_place(status)
    UNION ALL SELECT *, -1 AS moved FROM gone WHERE takes_place(status)');
CREATE TRIGGER seats_gone AFTER DELETE ON seat_reservation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_places('SELECT *, -1 AS moved FROM gone WHERE takes_place(status)');

-- How many places are free on the fullest part of a segment.
CREATE FUNCTION free_places(places integer, taken integer[], from_position integer, to_position integer)
RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT places - max(t) FROM unnest(taken[from_position:to_position - 1]) t
$$;

CREATE TYPE seat_wish AS (
  at_position integer, asker uuid, key uuid, fingerprint bytea, asked_at timestamptz,
  reservation uuid, run uuid, person uuid, guest text, kind text, from_position integer, to_position integer,
  boards_at timestamptz, day date, or_wait boolean, season uuid, most_per_day integer, most_ahead integer,
  -- the answer when it is reserved
  body jsonb, procedure text, audit_detail jsonb,
  -- {title, body, path} for a colleague who is reserved for
  notice jsonb);

-- Gives by the wish's position the answer as JSON, a refusal too, as it is kept under the key; 'replayed' when the key was
-- used before. All wishes of an institution that came in together are decided one after the other and written at once.
-- Persons are locked before runs, both in order, so that two calls never wait for each other crosswise.
CREATE FUNCTION reserve_seats(org integer, wishes json) RETURNS TABLE ("position" integer, outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  asked seat_wish[] := ARRAY(SELECT w FROM json_populate_recordset(NULL::seat_wish, wishes) w ORDER BY w.run, w.at_position);
  wish seat_wish;
  here shuttle_run;
  used uuid[];
  written seat_reservation[] := '{}';
  made seat_reservation;
  kept command[] := '{}';
  granted seat_wish[] := '{}';
  free integer;
  today integer;
  ahead integer;
  refusal text;
BEGIN
  PERFORM pg_advisory_xact_lock(turn) FROM (
    SELECT DISTINCT hashtextextended(concat_ws(' ', 'seat', org, who), 0) AS turn
    FROM unnest(asked) w, unnest(ARRAY[w.asker, w.person]) who ORDER BY turn) turns;
  PERFORM FROM shuttle_run r WHERE r.org_id = org AND r.run_id IN (SELECT w.run FROM unnest(asked) w)
    ORDER BY r.run_id FOR NO KEY UPDATE;
  used := ARRAY(SELECT c.key FROM unnest(asked) w
    JOIN command c ON c.org_id = org AND c.person_id = w.asker AND c.key = w.key);

  FOREACH wish IN ARRAY asked LOOP
    "position" := wish.at_position;
    IF wish.key = ANY (used) THEN outcome := 'replayed'; RETURN NEXT; CONTINUE; END IF;
    used := used || wish.key;
    IF here.run_id IS DISTINCT FROM wish.run THEN
      SELECT * INTO here FROM shuttle_run r WHERE r.org_id = org AND r.run_id = wish.run;
    END IF;
    SELECT count(*) FILTER (WHERE s.day = wish.day), count(*) FILTER (WHERE s.boards_at > wish.asked_at)
      INTO today, ahead
      FROM (SELECT s.day, s.boards_at FROM seat_reservation s WHERE s.org_id = org AND s.person_id = wish.person
          AND s.boards_at > wish.asked_at - interval '2 days' AND s.status IN ('reserved', 'waiting', 'offered', 'boarded')
          AND s.season_id IS NULL
        UNION ALL SELECT s.day, s.boards_at FROM unnest(written) s WHERE s.person_id = wish.person) s;
    free := CASE wish.kind WHEN 'seat'
      THEN free_places(here.seats, here.taken_seats, wish.from_position, wish.to_position)
      ELSE free_places(here.wheelchair_places, here.taken_wheelchair, wish.from_position, wish.to_position) END;
    refusal := CASE
      WHEN here.run_id IS NULL OR here.is_withdrawn THEN 'NO_SUCH_TRIP'
      WHEN here.closed_at IS NOT NULL THEN 'CLOSED'
      WHEN EXISTS (SELECT FROM seat_reservation s WHERE s.org_id = org AND s.run_id = wish.run
          AND s.person_id = wish.person AND s.guest_name = wish.guest
          AND s.status IN ('reserved', 'waiting', 'offered', 'boarded'))
        OR EXISTS (SELECT FROM unnest(written) s WHERE s.run_id = wish.run AND s.person_id = wish.person
          AND s.guest_name = wish.guest) THEN 'ALREADY_RESERVED'
      WHEN wish.season IS NULL AND (today >= wish.most_per_day OR ahead >= wish.most_ahead) THEN 'TOO_MANY_SEATS'
      WHEN free <= 0 AND NOT wish.or_wait THEN 'FULL'
    END;
    IF refusal IS NOT NULL THEN
      outcome := (jsonb_build_object('refusal', refusal) || CASE WHEN refusal = 'FULL' THEN
        jsonb_build_object('detail', jsonb_build_object('freeSeats', 0, 'waiting', (SELECT count(*) FROM seat_reservation s
          WHERE s.org_id = org AND s.run_id = wish.run AND s.status = 'waiting'))) ELSE '{}' END)::text;
    ELSE
      made := NULL;
      made.org_id := org; made.reservation_id := wish.reservation; made.run_id := wish.run;
      made.person_id := wish.person; made.guest_name := wish.guest; made.made_by := wish.asker; made.kind := wish.kind;
      made.from_position := wish.from_position; made.to_position := wish.to_position;
      made.boards_at := wish.boards_at; made.day := wish.day; made.season_id := wish.season;
      made.created_at := wish.asked_at; made.is_late_cancel := false; made.is_excused := false; made.excuse := '';
      IF free > 0 THEN
        made.status := 'reserved';
        IF wish.kind = 'seat' THEN
          here.taken_seats := moved_places(here.taken_seats, wish.from_position, wish.to_position, 1);
        ELSE
          here.taken_wheelchair := moved_places(here.taken_wheelchair, wish.from_position, wish.to_position, 1);
        END IF;
        outcome := jsonb_build_object('value', wish.body)::text;
      ELSE
        made.status := 'waiting';
        made.waiting_number := here.next_waiting;
        here.next_waiting := here.next_waiting + 1;
        UPDATE shuttle_run r SET next_waiting = here.next_waiting WHERE r.org_id = org AND r.run_id = wish.run;
        outcome := jsonb_build_object('value', wish.body || jsonb_build_object('status', 'waiting', 'isBoardable', false,
          'isLateNow', false, 'ahead',
          (SELECT count(*) FROM seat_reservation s WHERE s.org_id = org AND s.run_id = wish.run AND s.status = 'waiting'
            AND s.kind = wish.kind)
          + (SELECT count(*) FROM unnest(written) s WHERE s.run_id = wish.run AND s.status = 'waiting'
            AND s.kind = wish.kind)))::text;
      END IF;
      written := written || made;
      granted := granted || wish;
    END IF;
    kept := kept || ROW(org, wish.asker, wish.key, wish.fingerprint, outcome, wish.asked_at)::command;
    RETURN NEXT;
  END LOOP;

  -- the trigger counts them all at once, and the run's constraint has the last word
  INSERT INTO seat_reservation SELECT s.* FROM unnest(written) s;
  INSERT INTO command SELECT c.* FROM unnest(kept) c;
  INSERT INTO audit_entry (org_id, at, person_id, procedure, kind, detail)
  SELECT org, w.asked_at, w.asker, w.procedure, 'write', w.audit_detail FROM unnest(granted) w;
  INSERT INTO notice (org_id, person_id, title, body, path, created_at)
  SELECT org, w.person, w.notice->>'title', w.notice->>'body', w.notice->>'path', w.asked_at
  FROM unnest(granted) w WHERE w.notice IS NOT NULL;
END $$;

-- Offers what is free on a run to those who wait, in their order; whoever's whole segment fits gets it. The offer holds
-- for hold_minutes, never beyond the closing of their stop; who waits longer than that waits in vain. Gives how many were
-- offered a place.
CREATE FUNCTION promote_waiting(org integer, of_run uuid, at timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  here shuttle_run;
  setting shuttle_setting;
  late interval;
  next record;
  closes timestamptz;
  offered integer := 0;
BEGIN
  SELECT * INTO here FROM shuttle_run r WHERE r.org_id = org AND r.run_id = of_run FOR NO KEY UPDATE;
  IF here.closed_at IS NOT NULL OR here.is_withdrawn THEN RETURN 0; END IF;
  SELECT * INTO setting FROM shuttle_setting s WHERE s.org_id = org;
  late := make_interval(mins => coalesce((SELECT c.delay_minutes FROM trip_change c WHERE c.org_id = org
    AND c.day = here.day AND c.trip_id = here.trip_id AND c.starts_at_seconds = -1), 0));
  FOR next IN SELECT s.* FROM seat_reservation s WHERE s.org_id = org AND s.run_id = of_run AND s.status = 'waiting'
    ORDER BY s.waiting_number
  LOOP
    closes := next.boards_at + late - make_interval(mins => setting.closes_minutes);
    CONTINUE WHEN closes <= at;
    CONTINUE WHEN 0 >= CASE next.kind WHEN 'seat'
      THEN free_places(here.seats, here.taken_seats, next.from_position, next.to_position)
      ELSE free_places(here.wheelchair_places, here.taken_wheelchair, next.from_position, next.to_position) END;
    UPDATE seat_reservation s SET status = 'offered',
      offered_until = least(closes, at + make_interval(mins => setting.hold_minutes))
    WHERE s.org_id = org AND s.reservation_id = next.reservation_id;
    INSERT INTO notice (org_id, person_id, title, body, path, created_at)
    VALUES (org, next.person_id, '候补到座位了',
      format('%s 从%s上车的班车有座位了，请在 %s 前打开“我的乘车”接受，过时让给下一位。', to_char(next.day, 'FMMM"月"FMDD"日"'),
        here.stop_names[next.from_position],
        to_char(least(closes, at + make_interval(mins => setting.hold_minutes)) AT TIME ZONE here.timezone, 'HH24:MI')),
      '/features/shuttle/my-seats', at);
    SELECT * INTO here FROM shuttle_run r WHERE r.org_id = org AND r.run_id = of_run;
    offered := offered + 1;
  END LOOP;
  RETURN offered;
END $$;

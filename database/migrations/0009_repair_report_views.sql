-- Reports: every figure is counted over one and the same set of tickets. And the tickets of an imported history.

-- Reports look up when a ticket was hung, and most never are.
CREATE INDEX ticket_event_hung ON ticket_event (org_id, ticket_id, event_number) WHERE kind = 'hung';

-- What a report is about. A merged ticket is counted as the one it was merged into, so never twice.
CREATE FUNCTION reported_tickets(org integer, since timestamptz, before timestamptz, of_kind text, of_building uuid,
  of_categories uuid[]) RETURNS SETOF ticket LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM ticket t
  WHERE t.org_id = org AND t.created_at >= since AND t.created_at < before AND t.merged_into IS NULL
    AND (of_kind IS NULL OR t.kind = of_kind)
    AND (of_building IS NULL OR t.building_id = of_building)
    AND (of_categories IS NULL OR t.category_id = ANY (of_categories))
$$;

-- True in time, false late, null neither: without a limit, or running and not due by `judged_at`. A cycle that was
-- withdrawn (`withdrawn_at`) is late when it was due before that, and otherwise nobody kept or missed anything.
CREATE FUNCTION was_in_time(due timestamptz, stopped timestamptz, withdrawn_at timestamptz, judged_at timestamptz)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN due IS NULL THEN NULL
    WHEN stopped < withdrawn_at OR withdrawn_at IS NULL AND stopped IS NOT NULL THEN stopped <= due
    WHEN due < coalesce(withdrawn_at, judged_at) THEN false END
$$;

CREATE FUNCTION minutes_between(since timestamptz, until timestamptz)
RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT date_part('epoch', until - since) / 60 $$;

-- Every cycle of these tickets. How soon somebody responded is not known of a history, nor of what was withdrawn; what
-- was refused is an answer, but nothing was resolved. How long nobody was accountable belongs to the ticket.
CREATE FUNCTION reported_cycles(org integer, since timestamptz, before timestamptz, of_kind text, of_building uuid,
  of_categories uuid[], present timestamptz) RETURNS TABLE (category_id uuid, is_present boolean,
  response_in_time boolean, plan_in_time boolean, resolve_in_time boolean, response_minutes float8,
  resolution_minutes float8, ownerless_minutes float8) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.category_id, true,
    was_in_time(t.response_due_at, t.responded_at, CASE WHEN t.status = 'cancelled' THEN t.resolved_at END, present),
    was_in_time(t.plan_due_at, t.planned_at, CASE WHEN t.status = 'cancelled' THEN t.resolved_at END, present),
    was_in_time(t.resolve_due_at, t.resolved_at, CASE WHEN t.status = 'cancelled' THEN t.resolved_at END,
      -- while it is hung its clock stands where it stood then
      CASE WHEN t.status = 'hung' THEN (SELECT max(e.at) FROM ticket_event e
        WHERE e.org_id = t.org_id AND e.ticket_id = t.ticket_id AND e.kind = 'hung') ELSE present END),
    CASE WHEN t.status <> 'cancelled' AND NOT (t.channel = 'import' AND t.cycle = 1)
      THEN minutes_between(t.started_at, t.responded_at) END,
    CASE WHEN t.status IN ('done', 'confirmed') THEN minutes_between(t.started_at, t.resolved_at) END,
    CASE WHEN t.channel <> 'import'
      THEN minutes_between(t.created_at, coalesce(t.owned_at, t.resolved_at, present)) END
  FROM reported_tickets(org, since, before, of_kind, of_building, of_categories) t
  UNION ALL
  SELECT t.category_id, false,
    was_in_time(c.response_due_at, c.responded_at, NULL, present),
    was_in_time(c.plan_due_at, c.planned_at, NULL, present),
    was_in_time(c.resolve_due_at, c.resolved_at, NULL, present),
    CASE WHEN NOT (t.channel = 'import' AND c.cycle = 1) THEN minutes_between(c.started_at, c.responded_at) END,
    CASE WHEN c.closed_kind IS NOT NULL OR t.channel = 'import' AND c.cycle = 1
      THEN minutes_between(c.started_at, c.resolved_at) END, NULL::float8
  FROM reported_tickets(org, since, before, of_kind, of_building, of_categories) t
  JOIN past_cycle c ON c.org_id = t.org_id AND c.ticket_id = t.ticket_id
$$;

-- By category, and once for all of them (category null). Clocks as [counted, in time]; minutes as [n, mean, median, p90],
-- only [n] when there is nothing. Sorting 200,000 numbers wants more memory than usual, and compiling what takes half a
-- second costs more than it saves.
CREATE FUNCTION count_cycles(org integer, since timestamptz, before timestamptz, of_kind text, of_building uuid,
  of_categories uuid[], present timestamptz) RETURNS TABLE (category_id uuid, tickets integer, response integer[],
  plan integer[], resolve integer[], response_minutes float8[], resolution_minutes float8[],
  ownerless_minutes float8[])
LANGUAGE sql STABLE SET work_mem = '64MB' SET jit = off SET plan_cache_mode = force_custom_plan AS $$
  SELECT c.category_id, count(*) FILTER (WHERE c.is_present)::integer,
    ARRAY[count(c.response_in_time), count(*) FILTER (WHERE c.response_in_time)]::integer[],
    ARRAY[count(c.plan_in_time), count(*) FILTER (WHERE c.plan_in_time)]::integer[],
    ARRAY[count(c.resolve_in_time), count(*) FILTER (WHERE c.resolve_in_time)]::integer[],
    ARRAY[count(c.response_minutes)::float8, avg(c.response_minutes)]
      || percentile_cont('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY c.response_minutes),
    ARRAY[count(c.resolution_minutes)::float8, avg(c.resolution_minutes)]
      || percentile_cont('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY c.resolution_minutes),
    ARRAY[count(c.ownerless_minutes)::float8, avg(c.ownerless_minutes)]
      || percentile_cont('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY c.ownerless_minutes)
  FROM reported_cycles(org, since, before, of_kind, of_building, of_categories, present) c
  GROUP BY GROUPING SETS ((c.category_id), ())
$$;

-- Tickets of an imported history, each with its events at their own times and without clocks: nobody is told, nothing
-- is dispatched. Gives how many were written: what is known by its key is left as it is.
CREATE FUNCTION import_tickets(org integer, asker uuid, far_ahead timestamptz, rows json)
RETURNS integer LANGUAGE sql AS $$
  WITH wish AS MATERIALIZED (
    SELECT * FROM json_to_recordset(rows) AS w(ticket uuid, key bytea, number text, kind text, category uuid,
      place uuid, place_note text, building uuid, words text, outcome text, created_at timestamptz,
      ended_at timestamptz, due_at timestamptz, data jsonb)),
  written AS (
    INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, place_id, place_note, building_id, words, channel,
      requester_id, reported_by_id, status, last_event, created_at, started_at, responded_at, planned_at, resolved_at,
      closed_at, resolve_due_at, due_at, import_key)
    SELECT org, w.ticket, w.number, w.kind, w.category, w.place, w.place_note, w.building, w.words, 'import', asker,
      asker, w.outcome, CASE WHEN w.ended_at IS NULL THEN 1 ELSE 2 END, w.created_at, w.created_at, w.ended_at,
      w.ended_at, w.ended_at, w.ended_at, w.due_at,
      CASE WHEN w.ended_at IS NULL THEN coalesce(w.due_at, far_ahead) ELSE far_ahead END, w.key
    FROM wish w
    ON CONFLICT (org_id, import_key) WHERE import_key IS NOT NULL DO NOTHING RETURNING ticket_id),
  logged AS (
    INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
    SELECT org, w.ticket, e.event_number, 1, e.at, e.kind, asker, e.data FROM wish w
    JOIN written ON written.ticket_id = w.ticket
    CROSS JOIN LATERAL (VALUES (1, w.created_at, 'imported', w.data),
      (2, w.ended_at, CASE w.outcome WHEN 'confirmed' THEN 'finished' ELSE w.outcome END, '{}'))
      AS e(event_number, at, kind, data)
    WHERE e.at IS NOT NULL)
  SELECT count(*)::integer FROM written
$$;

-- Tickets that a history left open and now says to be over; those that somebody has begun with here stay as they are.
CREATE FUNCTION close_imported(org integer, asker uuid, far_ahead timestamptz, rows json)
RETURNS integer LANGUAGE sql AS $$
  WITH ended AS (
    UPDATE ticket t SET status = w.outcome, last_event = 2, responded_at = w.ended_at, planned_at = w.ended_at,
      resolved_at = w.ended_at, closed_at = w.ended_at, due_at = far_ahead
    FROM json_to_recordset(rows) AS w(ticket uuid, outcome text, ended_at timestamptz)
    WHERE t.org_id = org AND t.ticket_id = w.ticket AND t.channel = 'import' AND t.status = 'new' AND t.last_event = 1
      AND t.merged_into IS NULL AND w.ended_at >= t.created_at
    RETURNING t.ticket_id, t.resolved_at, t.status),
  logged AS (
    INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
    SELECT org, e.ticket_id, 2, 1, e.resolved_at, CASE e.status WHEN 'confirmed' THEN 'finished' ELSE e.status END,
      asker, '{}' FROM ended e)
  SELECT count(*)::integer FROM ended
$$;

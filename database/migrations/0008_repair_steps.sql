-- What time does to tickets: every step that is due is written into the log once and taken off the ticket, whoever and
-- however many ask at once. A ticket that somebody is changing at this moment is left for the next time.

CREATE FUNCTION take_due_steps(present timestamptz, most integer)
RETURNS TABLE (org_id integer, ticket_id uuid, "number" text, clock text, step text, assignee_id uuid,
  accountable_id uuid, kind text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH due AS MATERIALIZED (
    SELECT t.org_id, t.ticket_id, t.number, t.steps, t.cycle, t.last_event, t.assignee_id, t.accountable_id, t.kind
    FROM ticket t WHERE t.next_step_at <= present
    ORDER BY t.next_step_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED),
  taken AS MATERIALIZED (
    SELECT d.org_id, d.ticket_id, d.number, d.cycle, d.assignee_id, d.accountable_id, d.kind, s.value AS said,
      d.last_event + row_number() OVER (PARTITION BY d.org_id, d.ticket_id ORDER BY s.ordinality) AS event_number
    FROM due d CROSS JOIN LATERAL jsonb_array_elements(d.steps) WITH ORDINALITY s
    WHERE to_timestamp((s.value ->> 'at')::float8 / 1000) <= present),
  logged AS (
    INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
    SELECT t.org_id, t.ticket_id, t.event_number, t.cycle, present,
      CASE t.said ->> 'step' WHEN 'warn' THEN 'warned' ELSE 'escalated' END, NULL,
      jsonb_build_object('clock', t.said ->> 'clock', 'step', t.said ->> 'step')
    FROM taken t),
  left_over AS (
    UPDATE ticket SET
      last_event = ticket.last_event + n.taken,
      steps = n.rest,
      next_step_at = to_timestamp((n.rest -> 0 ->> 'at')::float8 / 1000)
    FROM (
      SELECT d.org_id, d.ticket_id,
        count(*) FILTER (WHERE to_timestamp((s.value ->> 'at')::float8 / 1000) <= present)::integer AS taken,
        coalesce(jsonb_agg(s.value ORDER BY s.ordinality)
          FILTER (WHERE to_timestamp((s.value ->> 'at')::float8 / 1000) > present), '[]') AS rest
      FROM due d CROSS JOIN LATERAL jsonb_array_elements(d.steps) WITH ORDINALITY s
      GROUP BY d.org_id, d.ticket_id) n
    WHERE ticket.org_id = n.org_id AND ticket.ticket_id = n.ticket_id)
  SELECT t.org_id, t.ticket_id, t.number, t.said ->> 'clock', t.said ->> 'step', t.assignee_id, t.accountable_id, t.kind
  FROM taken t;
END $$;

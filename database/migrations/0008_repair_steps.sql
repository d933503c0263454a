-- What time does to tickets: every step that is due is written into the log once and taken off the ticket, whoever and
-- however many ask at once. A ticket that somebody is changing at this moment is left for the next time.

CREATE FUNCTION take_due_steps(present timestamptz, most integer)
RETURNS TABLE (org_id integer, ticket_id uuid, "number" text, category_id uuid, clock text, step text,
  due_at timestamptz, assignee_id uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH due AS MATERIALIZED (
    SELECT t.org_id, t.ticket_id, t.number, t.category_id, t.steps, t.cycle, t.last_event, t.assignee_id,
      t.response_due_at, t.plan_due_at, t.resolve_due_at, t.visit_due_at
    FROM ticket t WHERE t.next_step_at <= present
    ORDER BY t.next_step_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED),
  each AS MATERIALIZED (
    SELECT d.org_id, d.ticket_id, s.value AS said, s.ordinality AS place,
      (s.value ->> 'at')::float8 <= extract(epoch FROM present) * 1000 AS is_due
    FROM due d CROSS JOIN LATERAL jsonb_array_elements(d.steps) WITH ORDINALITY s),
  taken AS MATERIALIZED (
    SELECT d.*, e.said ->> 'clock' AS clock, e.said ->> 'step' AS step,
      -- steps stand in order, so those that are due come first
      d.last_event + e.place AS event_number
    FROM due d JOIN each e ON e.org_id = d.org_id AND e.ticket_id = d.ticket_id AND e.is_due),
  logged AS (
    INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
    SELECT t.org_id, t.ticket_id, t.event_number, t.cycle, present,
      CASE t.step WHEN 'warn' THEN 'warned' ELSE 'escalated' END, NULL,
      jsonb_build_object('clock', t.clock, 'step', t.step)
    FROM taken t),
  left_over AS (
    UPDATE ticket SET
      last_event = ticket.last_event + n.taken,
      steps = n.rest,
      next_step_at = to_timestamp((n.rest -> 0 ->> 'at')::float8 / 1000)
    FROM (
      SELECT e.org_id, e.ticket_id, count(*) FILTER (WHERE e.is_due)::integer AS taken,
        coalesce(jsonb_agg(e.said ORDER BY e.place) FILTER (WHERE NOT e.is_due), '[]') AS rest
      FROM each e GROUP BY e.org_id, e.ticket_id) n
    WHERE ticket.org_id = n.org_id AND ticket.ticket_id = n.ticket_id)
  SELECT t.org_id, t.ticket_id, t.number, t.category_id, t.clock, t.step,
    CASE t.clock WHEN 'response' THEN t.response_due_at WHEN 'plan' THEN t.plan_due_at
      WHEN 'resolve' THEN t.resolve_due_at WHEN 'visit' THEN t.visit_due_at END, t.assignee_id
  FROM taken t;
END $$;

-- Whatever tickets are judged by has a new revision when it has changed, whoever changes it.
CREATE FUNCTION renew_repair_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision = OLD.revision THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER repair_setting_changed
  BEFORE UPDATE OF duty_phone, weekly, published_through, dispatch, escalation ON repair_setting
  FOR EACH ROW EXECUTE FUNCTION renew_repair_setting();

-- What a technician has done today.
CREATE INDEX ticket_by_doer ON ticket (org_id, doer_id, resolved_at) WHERE doer_id IS NOT NULL;

-- What time does to tickets: every step that is due is written into the log once, whoever and however many ask at once.

-- When the next of a ticket's steps is due. Apart from the ticket itself, so that time moves on without writing its wide
-- row and all its indexes anew.
CREATE TABLE ticket_step (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, ticket_id),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);
CREATE INDEX ticket_step_due ON ticket_step (next_at);

-- An instant as steps have it.
CREATE FUNCTION step_at(step jsonb) RETURNS timestamptz LANGUAGE sql IMMUTABLE
  RETURN to_timestamp((step ->> 'at')::float8 / 1000);

CREATE FUNCTION keep_ticket_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.steps = '[]' THEN
    DELETE FROM ticket_step s WHERE s.org_id = NEW.org_id AND s.ticket_id = NEW.ticket_id;
  ELSE
    INSERT INTO ticket_step VALUES (NEW.org_id, NEW.ticket_id, step_at(NEW.steps -> 0))
    ON CONFLICT (org_id, ticket_id) DO UPDATE SET next_at = excluded.next_at;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ticket_has_steps AFTER INSERT ON ticket
  FOR EACH ROW WHEN (NEW.steps <> '[]') EXECUTE FUNCTION keep_ticket_step();
CREATE TRIGGER ticket_steps_changed AFTER UPDATE OF steps ON ticket
  FOR EACH ROW WHEN (NEW.steps <> OLD.steps) EXECUTE FUNCTION keep_ticket_step();

-- Does at most so many tickets' steps that are due, and gives them. A ticket that somebody is changing at this moment is
-- left for the next time.
CREATE FUNCTION take_due_steps(present timestamptz, most integer)
RETURNS TABLE (org_id integer, ticket_id uuid, "number" text, category_id uuid, clock text, step text,
  due_at timestamptz, assignee_id uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  orgs integer[];
  tickets uuid[];
  since timestamptz[];
BEGIN
  -- locked first and read then: what was read before a lock was awaited is old
  SELECT array_agg(h.org_id), array_agg(h.ticket_id), array_agg(h.next_at) INTO orgs, tickets, since FROM (
    SELECT n.org_id, n.ticket_id, n.next_at
    FROM ticket_step n JOIN ticket t ON t.org_id = n.org_id AND t.ticket_id = n.ticket_id
    WHERE n.next_at <= present ORDER BY n.next_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED) h;
  RETURN QUERY
  WITH due AS MATERIALIZED (
    SELECT t.org_id, t.ticket_id, t.number, t.category_id, t.cycle, t.assignee_id, t.steps, h.next_at,
      t.response_due_at, t.plan_due_at, t.resolve_due_at, t.visit_due_at,
      (SELECT coalesce(max(e.event_number), 0) FROM ticket_event e
        WHERE e.org_id = t.org_id AND e.ticket_id = t.ticket_id) AS last_event
    FROM unnest(orgs, tickets, since) h(org_id, ticket_id, next_at)
    JOIN ticket t ON t.org_id = h.org_id AND t.ticket_id = h.ticket_id),
  taken AS MATERIALIZED (
    SELECT d.*, s.value ->> 'clock' AS clock, s.value ->> 'step' AS step,
      d.last_event + row_number() OVER (PARTITION BY d.org_id, d.ticket_id ORDER BY s.ordinality) AS event_number
    FROM due d CROSS JOIN LATERAL jsonb_array_elements(d.steps) WITH ORDINALITY s
    WHERE step_at(s.value) BETWEEN d.next_at AND present),
  logged AS (
    INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
    SELECT t.org_id, t.ticket_id, t.event_number, t.cycle, present,
      CASE t.step WHEN 'warn' THEN 'warned' ELSE 'escalated' END, NULL,
      jsonb_build_object('clock', t.clock, 'step', t.step)
    FROM taken t),
  ahead AS MATERIALIZED (
    SELECT d.org_id, d.ticket_id, (SELECT min(step_at(s.value)) FROM jsonb_array_elements(d.steps) s
      WHERE step_at(s.value) > present) AS next_at
    FROM due d),
  moved_on AS (
    UPDATE ticket_step n SET next_at = a.next_at
    FROM ahead a WHERE n.org_id = a.org_id AND n.ticket_id = a.ticket_id AND a.next_at IS NOT NULL),
  over AS (
    DELETE FROM ticket_step n
    USING ahead a WHERE n.org_id = a.org_id AND n.ticket_id = a.ticket_id AND a.next_at IS NULL)
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

-- Reporting: all reports of an institution that came in together, with their first events, keys and audit entries, in
-- one round trip and one commit.

INSERT INTO repair_setting (org_id) SELECT org_id FROM org;
CREATE FUNCTION give_repair_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO repair_setting (org_id) VALUES (NEW.org_id);
  RETURN NULL;
END $$;
CREATE TRIGGER org_has_repair_setting AFTER INSERT ON org FOR EACH ROW EXECUTE FUNCTION give_repair_setting();

-- Categories and special days are judged by from a kept copy; its revision tells when it is out of date.
CREATE FUNCTION touch_repair_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE repair_setting s SET revision = revision + 1 WHERE s.org_id IN (SELECT DISTINCT org_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER category_added AFTER INSERT ON category
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_repair_setting();
CREATE TRIGGER category_changed AFTER UPDATE ON category
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_repair_setting();
CREATE TRIGGER special_day_added AFTER INSERT ON special_day
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_repair_setting();
CREATE TRIGGER special_day_changed AFTER UPDATE ON special_day
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_repair_setting();
CREATE TRIGGER special_day_removed AFTER DELETE ON special_day
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_repair_setting();

CREATE TYPE report_wish AS (
  at_position integer, asker uuid, key uuid, fingerprint bytea, asked_at timestamptz, answer text,
  judged_revision integer, ticket uuid, number text, kind text, category uuid, place uuid, place_note text, asset uuid,
  urgency text, words text, answers jsonb, wanted_from timestamptz, wanted_until timestamptz, phone text, channel text,
  requester uuid, owner uuid, response_due_at timestamptz, plan_due_at timestamptz, resolve_due_at timestamptz,
  is_provisional boolean, due_at timestamptz, steps jsonb, event_data jsonb,
  audit_detail jsonb);

-- Outcomes, by the wish's position: reported; stale (the catalog changed since it was judged); noPlace, noAsset (not of
-- this institution, retired, or the asset stands elsewhere); replayed (the key was used before).
CREATE FUNCTION report_tickets(org integer, wishes json) RETURNS TABLE ("position" integer, outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  present integer := (SELECT s.revision FROM repair_setting s WHERE s.org_id = org);
  asked report_wish[] := ARRAY(SELECT w FROM json_populate_recordset(NULL::report_wish, wishes) w);
  good report_wish[];
  written uuid[];
BEGIN
  -- of one key that came twice at once the first goes ahead
  good := ARRAY(SELECT DISTINCT ON (w.asker, w.key) w::report_wish FROM unnest(asked) w
    WHERE w.judged_revision = present
      AND (w.place IS NULL
        OR EXISTS (SELECT FROM place p WHERE p.org_id = org AND p.place_id = w.place AND NOT p.is_retired))
      AND (w.asset IS NULL OR EXISTS (SELECT FROM asset a
        WHERE a.org_id = org AND a.asset_id = w.asset AND a.place_id = w.place AND NOT a.is_retired))
    ORDER BY w.asker, w.key, w.at_position);

  WITH claimed AS (
    INSERT INTO command SELECT org, w.asker, w.key, w.fingerprint, w.answer, w.asked_at FROM unnest(good) w
    ON CONFLICT DO NOTHING RETURNING person_id, key)
  SELECT array_agg(w.ticket) INTO written FROM unnest(good) w JOIN claimed c ON c.person_id = w.asker AND c.key = w.key;

  INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, place_id, place_note, building_id, asset_id, urgency,
    words, answers, wanted_from, wanted_until, phone, channel, requester_id, reported_by_id, accountable_id, owned_at,
    created_at, started_at, response_due_at, plan_due_at, resolve_due_at, is_provisional, due_at, steps)
  SELECT org, w.ticket, w.number, w.kind, w.category, w.place, w.place_note,
    (SELECT p.building_id FROM place p WHERE p.org_id = org AND p.place_id = w.place), w.asset, w.urgency, w.words,
    w.answers, w.wanted_from, w.wanted_until, w.phone, w.channel, w.requester, w.asker, w.owner,
    CASE WHEN w.owner IS NULL THEN NULL ELSE w.asked_at END, w.asked_at, w.asked_at, w.response_due_at, w.plan_due_at,
    w.resolve_due_at, w.is_provisional, w.due_at, w.steps
  FROM unnest(good) w WHERE w.ticket = ANY (written);

  INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
  SELECT org, w.ticket, 1, 1, w.asked_at, 'reported', w.asker, w.event_data
  FROM unnest(good) w WHERE w.ticket = ANY (written);

  INSERT INTO audit_entry (org_id, at, person_id, procedure, kind, detail)
  SELECT org, w.asked_at, w.asker, 'repair.reportTicket', 'write', w.audit_detail
  FROM unnest(good) w WHERE w.ticket = ANY (written);

  RETURN QUERY SELECT w.at_position, CASE
    WHEN w.ticket = ANY (written) THEN 'reported'
    WHEN w.judged_revision <> present THEN 'stale'
    WHEN w.place IS NOT NULL AND NOT EXISTS
      (SELECT FROM place p WHERE p.org_id = org AND p.place_id = w.place AND NOT p.is_retired) THEN 'noPlace'
    WHEN EXISTS (SELECT FROM unnest(good) g WHERE g.asker = w.asker AND g.key = w.key) THEN 'replayed'
    ELSE 'noAsset' END
  FROM unnest(asked) w;
END $$;

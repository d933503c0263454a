-- 需求 → 执行 → 反馈 → 优化: what is done about what people said.

CREATE TABLE survey_action (
  org_id integer NOT NULL REFERENCES org,
  action_id uuid NOT NULL,
  need text NOT NULL,
  measure text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'proposed'
    CHECK (status IN ('proposed', 'adopted', 'postponed', 'declined', 'done', 'closed')),
  reason text NOT NULL DEFAULT '',
  owner_id uuid,
  due_on date,
  survey_id uuid,
  item text,
  -- what a member of staff suggested; who it was is told nobody, serves to tell them what became of it, and is forgotten
  -- when that is over (functions/forget-old.ts)
  is_suggestion boolean NOT NULL DEFAULT false,
  suggested_by uuid,
  -- what measures it again begins after this
  done_at timestamptz,
  overdue_told_at timestamptz,
  measured_by uuid,
  mean_before double precision,
  mean_after double precision,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, action_id),
  FOREIGN KEY (org_id, owner_id) REFERENCES person,
  FOREIGN KEY (org_id, suggested_by) REFERENCES person,
  FOREIGN KEY (org_id, survey_id) REFERENCES survey,
  FOREIGN KEY (org_id, measured_by) REFERENCES survey,
  CHECK (suggested_by IS NULL OR is_suggestion),
  CHECK (item IS NULL OR survey_id IS NOT NULL),
  CHECK (status NOT IN ('adopted', 'done', 'closed') OR (owner_id IS NOT NULL AND due_on IS NOT NULL)),
  CHECK ((status IN ('done', 'closed')) = (done_at IS NOT NULL)),
  CHECK (status NOT IN ('postponed', 'declined') OR reason <> ''),
  -- closing needs a new measurement
  CHECK (status <> 'closed' OR (measured_by IS NOT NULL AND mean_after IS NOT NULL))
);
CREATE INDEX survey_action_changed ON survey_action (org_id, changed_at DESC, action_id);
CREATE INDEX survey_action_suggested ON survey_action (org_id, suggested_by, created_at) WHERE suggested_by IS NOT NULL;
CREATE INDEX survey_action_overdue ON survey_action (due_on) WHERE status = 'adopted' AND overdue_told_at IS NULL;

-- Adopted actions whose day has passed where they are, each given once.
CREATE FUNCTION take_overdue_survey_actions(moment timestamptz)
RETURNS TABLE (org_id integer, need text, person_id uuid, due_on date) LANGUAGE sql AS $$
  WITH overdue AS MATERIALIZED (
    SELECT a.org_id, a.action_id FROM survey_action a JOIN org o ON o.org_id = a.org_id
    WHERE a.status = 'adopted' AND a.overdue_told_at IS NULL AND a.due_on < (moment AT TIME ZONE o.zone::interval)::date
    FOR NO KEY UPDATE OF a SKIP LOCKED
  )
  UPDATE survey_action a SET overdue_told_at = moment FROM overdue v
  WHERE a.org_id = v.org_id AND a.action_id = v.action_id
  RETURNING a.org_id, a.need, a.owner_id, a.due_on
$$;

CREATE TABLE survey_vote (
  org_id integer NOT NULL,
  action_id uuid NOT NULL,
  person_id uuid NOT NULL,
  vote text NOT NULL CHECK (vote IN ('better', 'same', 'worse')),
  PRIMARY KEY (org_id, action_id, person_id),
  FOREIGN KEY (org_id, action_id) REFERENCES survey_action,
  FOREIGN KEY (org_id, person_id) REFERENCES person
);

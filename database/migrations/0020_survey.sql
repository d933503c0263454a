-- Surveys: their definition is data, frozen when published.

CREATE TABLE survey (
  org_id integer NOT NULL REFERENCES org,
  survey_id uuid NOT NULL,
  title text NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'closed')),
  template text NOT NULL DEFAULT 'blank',
  definition jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- {kind: everyone | departments | sites | users, …} (contract/survey.ts)
  audience jsonb NOT NULL DEFAULT '{"kind": "everyone"}',
  is_anonymous boolean NOT NULL DEFAULT true,
  results_when text NOT NULL DEFAULT 'closed' CHECK (results_when IN ('closed', 'tenAnswers')),
  is_open_to_staff boolean NOT NULL DEFAULT true,
  opens_at timestamptz,
  closes_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  published_at timestamptz,
  -- those invited were told that it is open
  is_announced boolean NOT NULL DEFAULT false,
  -- a reminder by hand goes out once a day
  reminded_on date,
  -- the reminder before it closes was sent
  is_reminded boolean NOT NULL DEFAULT false,
  -- of an anonymous survey: all answers are in their last place (0021)
  is_settled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, survey_id),
  FOREIGN KEY (org_id, created_by) REFERENCES person,
  -- one that is closed before it opened was never open
  CHECK (status = 'draft' OR (opens_at IS NOT NULL AND closes_at IS NOT NULL
    AND (opens_at < closes_at OR (status = 'closed' AND opens_at = closes_at))))
);
CREATE INDEX survey_changed ON survey (org_id, changed_at DESC, survey_id DESC);
CREATE INDEX survey_open ON survey (closes_at) WHERE status = 'published';
CREATE INDEX survey_unannounced ON survey (opens_at) WHERE status = 'published' AND NOT is_announced;

-- What was promised and asked when it was published stands: whatever writes, the database refuses.
CREATE FUNCTION keep_published_survey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND (NEW.is_anonymous IS DISTINCT FROM OLD.is_anonymous
      OR NEW.definition IS DISTINCT FROM OLD.definition OR NEW.title IS DISTINCT FROM OLD.title
      OR NEW.revision IS DISTINCT FROM OLD.revision OR NEW.audience IS DISTINCT FROM OLD.audience
      OR NEW.results_when IS DISTINCT FROM OLD.results_when OR NEW.is_open_to_staff IS DISTINCT FROM OLD.is_open_to_staff
      OR NEW.status = 'draft') THEN
    RAISE EXCEPTION 'a published survey is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'published_survey_frozen';
  END IF;
  -- its results may have been read: nothing is answered after that
  IF OLD.status = 'closed' AND (NEW.status <> 'closed' OR NEW.closes_at IS DISTINCT FROM OLD.closes_at) THEN
    RAISE EXCEPTION 'a closed survey stays closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_survey_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER published_survey_frozen BEFORE UPDATE ON survey FOR EACH ROW EXECUTE FUNCTION keep_published_survey();

-- Whom a published survey is for, fixed when it is published. Whether somebody has answered stands elsewhere.
CREATE TABLE survey_invitation (
  org_id integer NOT NULL,
  survey_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (org_id, survey_id, person_id),
  FOREIGN KEY (org_id, survey_id) REFERENCES survey,
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE INDEX survey_invitation_of_person ON survey_invitation (org_id, person_id);

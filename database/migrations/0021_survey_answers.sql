-- Who has answered, and what was answered. Of an anonymous survey nothing joins the two: no key, no time, no order, and no
-- transaction. What is handed in is sealed and staged; later all rows of the survey, both kinds, are written anew in one
-- transaction, each kind in an order of its own (functions/survey/settle-answers.ts, docs/decisions/0033).

-- The key makes it once per person. No time: the day of a small survey would tell enough.
CREATE TABLE survey_participation (
  org_id integer NOT NULL,
  survey_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (org_id, survey_id, person_id),
  FOREIGN KEY (org_id, survey_id) REFERENCES survey,
  FOREIGN KEY (org_id, person_id) REFERENCES person
);

-- Waiting to be settled; sealed, so that who copies the database in between reads nothing. Padded, so that neither does
-- the length tell.
CREATE TABLE survey_staged (
  org_id integer NOT NULL,
  survey_id uuid NOT NULL,
  staged_id uuid NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (org_id, survey_id, staged_id),
  FOREIGN KEY (org_id, survey_id) REFERENCES survey
);

CREATE TABLE survey_response (
  org_id integer NOT NULL,
  survey_id uuid NOT NULL,
  -- random, not by time
  response_id uuid NOT NULL,
  answers jsonb NOT NULL,
  is_paper boolean NOT NULL DEFAULT false,
  -- of a survey that is not anonymous
  person_id uuid,
  answered_on date,
  PRIMARY KEY (org_id, survey_id, response_id),
  FOREIGN KEY (org_id, survey_id) REFERENCES survey,
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE UNIQUE INDEX survey_response_once ON survey_response (org_id, survey_id, person_id) WHERE person_id IS NOT NULL;

-- An anonymous answer bears no name and no day, whatever writes it.
CREATE FUNCTION keep_response_anonymous() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.person_id IS NOT NULL OR NEW.answered_on IS NOT NULL) AND (SELECT s.is_anonymous FROM survey s
      WHERE s.org_id = NEW.org_id AND s.survey_id = NEW.survey_id) THEN
    RAISE EXCEPTION 'an anonymous answer bears no name' USING ERRCODE = 'check_violation', CONSTRAINT = 'anonymous_response';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER anonymous_response BEFORE INSERT OR UPDATE ON survey_response
  FOR EACH ROW EXECUTE FUNCTION keep_response_anonymous();

-- What staged answers are sealed with where the host was given no key of its own (SURVEY_KEY).
CREATE TABLE survey_key (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  key bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
INSERT INTO survey_key DEFAULT VALUES;

-- Somebody's answers as they are handed in. `person`: who is marked as having answered, NULL for anonymous paper.
CREATE TYPE response_wish AS (
  at_position integer,
  survey uuid,
  revision integer,
  handed_in_at timestamptz,
  person uuid,
  is_paper boolean,
  sealed text,
  answers jsonb,
  day date
);

-- Takes answers of one survey; NULL when they were taken, else why not. Whoever calls holds the survey.
CREATE FUNCTION refused_response(here survey, wish response_wish, others uuid[]) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF here.status IS NULL OR here.status = 'draft' THEN
    RETURN 'NO_SUCH_SURVEY';
  ELSIF here.status <> 'published' OR wish.handed_in_at < here.opens_at OR wish.handed_in_at >= here.closes_at THEN
    RETURN 'NOT_OPEN';
  ELSIF wish.revision <> here.revision THEN
    RETURN 'OTHER_VERSION';
  ELSIF NOT wish.is_paper AND NOT EXISTS (SELECT FROM survey_invitation i WHERE i.org_id = here.org_id
      AND i.survey_id = here.survey_id AND i.person_id = wish.person) THEN
    RETURN 'NOT_FOR_YOU';
  ELSIF wish.person = ANY (others) OR EXISTS (SELECT FROM survey_participation p WHERE p.org_id = here.org_id
      AND p.survey_id = here.survey_id AND p.person_id = wish.person) THEN
    RETURN 'ALREADY_ANSWERED';
  END IF;
  RETURN NULL;
END $$;

-- Writes anonymous answers and who gave them, and with them 64 others of each kind anew: each kind by one statement and in
-- an order of its own. So a transaction never stands for one person, not even for whoever can open what waits. Rows are
-- found by their place: the survey is held, and nothing else moves them.
CREATE FUNCTION stage_responses(here survey, people uuid[], sealed text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH gone AS (DELETE FROM survey_participation WHERE ctid = ANY (ARRAY(SELECT p.ctid FROM survey_participation p
      WHERE p.org_id = here.org_id AND p.survey_id = here.survey_id ORDER BY random() LIMIT 64)) RETURNING person_id)
  INSERT INTO survey_participation (org_id, survey_id, person_id)
  SELECT here.org_id, here.survey_id, a.person_id FROM (SELECT person_id FROM gone UNION ALL SELECT unnest(people)) a
  ORDER BY gen_random_uuid();
  WITH gone AS (DELETE FROM survey_staged WHERE ctid = ANY (ARRAY(SELECT g.ctid FROM survey_staged g
      WHERE g.org_id = here.org_id AND g.survey_id = here.survey_id ORDER BY random() LIMIT 64)) RETURNING survey_staged.sealed)
  INSERT INTO survey_staged (org_id, survey_id, staged_id, sealed)
  SELECT here.org_id, here.survey_id, gen_random_uuid(), a.bytes
  FROM (SELECT gone.sealed AS bytes FROM gone UNION ALL SELECT decode(s, 'base64') FROM unnest(sealed) s) a
  ORDER BY gen_random_uuid();
END $$;

-- Takes many answers of one institution and says what became of each: SUBMITTED, or why not.
CREATE FUNCTION submit_responses(of_org integer, wishes jsonb) RETURNS TABLE ("position" integer, outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  here survey;
  of_survey uuid;
  wish response_wish;
  people uuid[];
  taken response_wish[];
BEGIN
  FOR of_survey IN SELECT DISTINCT w.survey FROM jsonb_populate_recordset(NULL::response_wish, wishes) w ORDER BY 1 LOOP
    people := '{}';
    taken := '{}';
    SELECT * INTO here FROM survey s WHERE s.org_id = of_org AND s.survey_id = of_survey FOR NO KEY UPDATE;
    FOR wish IN SELECT * FROM jsonb_populate_recordset(NULL::response_wish, wishes) w WHERE w.survey = of_survey LOOP
      "position" := wish.at_position;
      outcome := refused_response(here, wish, people);
      IF outcome IS NULL THEN
        outcome := 'SUBMITTED';
        taken := taken || wish;
        IF wish.person IS NOT NULL THEN
          people := people || wish.person;
        END IF;
      END IF;
      RETURN NEXT;
    END LOOP;
    CONTINUE WHEN cardinality(taken) = 0;
    IF here.is_anonymous THEN
      PERFORM stage_responses(here, people, ARRAY(SELECT t.sealed FROM unnest(taken) t));
    ELSE
      INSERT INTO survey_participation (org_id, survey_id, person_id) SELECT of_org, of_survey, unnest(people);
      INSERT INTO survey_response (org_id, survey_id, response_id, answers, is_paper, person_id, answered_on)
      SELECT of_org, of_survey, gen_random_uuid(), t.answers, t.is_paper, t.person, t.day FROM unnest(taken) t;
    END IF;
  END LOOP;
END $$;

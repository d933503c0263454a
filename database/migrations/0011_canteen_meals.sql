-- Who eats. One answer for each person, day and meal, whichever canteen it is; places are counted where they are limited,
-- and a check in the database refuses the one too many.

CREATE TABLE meal_answer (
  org_id integer NOT NULL,
  person_id uuid NOT NULL,
  day date NOT NULL,
  meal text NOT NULL,
  sitting_id uuid NOT NULL,
  answer text NOT NULL CHECK (answer IN ('eats', 'skips')),
  portion text NOT NULL DEFAULT 'full' CHECK (portion IN ('full', 'half')),
  -- dishes one likes to have; those with places are counted in serving.taken
  serving_ids uuid[] NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '',
  by_id uuid NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, person_id, day, meal),
  FOREIGN KEY (org_id, person_id) REFERENCES person,
  FOREIGN KEY (org_id, sitting_id) REFERENCES sitting
);
CREATE INDEX meal_answer_by_sitting ON meal_answer (org_id, sitting_id, answer);

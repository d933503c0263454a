-- Canteens, dishes and menus. A dish has an id of its own, so that a rename keeps its ratings; a serving is a dish on one
-- day, at one meal, at one window. What the kitchen works on is a draft; publishing turns it into sittings and servings.

CREATE TABLE canteen_setting (
  org_id integer PRIMARY KEY REFERENCES org,
  -- service hours of each ISO weekday, Monday first: seven lists of [open, close) in minutes
  weekly jsonb NOT NULL DEFAULT
    '[[[390,1170]],[[390,1170]],[[390,1170]],[[390,1170]],[[390,1170]],[],[]]',
  published_through integer NOT NULL DEFAULT 2026,
  -- minutes of service hours in which a comment is answered
  answer_minutes integer NOT NULL DEFAULT 120 CHECK (answer_minutes BETWEEN 5 AND 10080),
  duty_manager_id uuid,
  hygiene_words text[] NOT NULL DEFAULT
    '{头发,苍蝇,蟑螂,虫,老鼠,异物,发霉,霉,馊,变质,过期,不新鲜,臭,钢丝,塑料,指甲,拉肚子,腹泻,食物中毒,没洗干净,不干净,脏}',
  -- what the due times of open comments were last computed with
  computed_for text NOT NULL DEFAULT '',
  FOREIGN KEY (org_id, duty_manager_id) REFERENCES person
);
INSERT INTO canteen_setting (org_id) SELECT org_id FROM org;
CREATE FUNCTION give_canteen_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO canteen_setting (org_id) VALUES (NEW.org_id);
  RETURN NULL;
END $$;
CREATE TRIGGER org_has_canteen_setting AFTER INSERT ON org FOR EACH ROW EXECUTE FUNCTION give_canteen_setting();

CREATE TABLE canteen (
  org_id integer NOT NULL REFERENCES org,
  canteen_id uuid NOT NULL,
  name text NOT NULL,
  site_id uuid,
  -- whoever answers comments
  owner_id uuid,
  -- its published menu is open data
  is_public boolean NOT NULL DEFAULT false,
  is_retired boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, canteen_id),
  FOREIGN KEY (org_id, site_id) REFERENCES site,
  FOREIGN KEY (org_id, owner_id) REFERENCES person
);
CREATE UNIQUE INDEX canteen_name ON canteen (org_id, name) WHERE NOT is_retired;
-- the feed is asked for before the institution is known
CREATE INDEX canteen_public ON canteen (canteen_id) WHERE is_public AND NOT is_retired;

CREATE TABLE canteen_window (
  org_id integer NOT NULL,
  window_id uuid NOT NULL,
  canteen_id uuid NOT NULL,
  name text NOT NULL,
  sort_order integer NOT NULL DEFAULT 0,
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, window_id),
  FOREIGN KEY (org_id, canteen_id) REFERENCES canteen
);
CREATE UNIQUE INDEX canteen_window_name ON canteen_window (org_id, canteen_id, name) WHERE NOT is_retired;

-- When meals are, and until when one says whether one eats. Minutes of the meal's day; closing may lie beyond midnight.
CREATE TABLE canteen_meal (
  org_id integer NOT NULL,
  canteen_id uuid NOT NULL,
  meal text NOT NULL CHECK (meal IN ('breakfast', 'lunch', 'dinner', 'supper', 'overtime')),
  opens_minute integer NOT NULL CHECK (opens_minute BETWEEN 0 AND 1440),
  closes_minute integer NOT NULL CHECK (closes_minute > opens_minute AND closes_minute <= 2880),
  is_reservable boolean NOT NULL DEFAULT false,
  cutoff_days integer NOT NULL DEFAULT 0 CHECK (cutoff_days BETWEEN 0 AND 14),
  cutoff_minute integer NOT NULL DEFAULT 0 CHECK (cutoff_minute BETWEEN 0 AND 1440),
  places integer CHECK (places > 0),
  PRIMARY KEY (org_id, canteen_id, meal),
  FOREIGN KEY (org_id, canteen_id) REFERENCES canteen
);

CREATE TABLE dish (
  org_id integer NOT NULL REFERENCES org,
  dish_id uuid NOT NULL,
  name text NOT NULL,
  pinyin text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  ingredients text[] NOT NULL DEFAULT '{}',
  -- 菜名不代表配料
  is_name_figurative boolean NOT NULL DEFAULT false,
  -- as the kitchen declared them
  contains text[] NOT NULL DEFAULT '{}',
  free text[] NOT NULL DEFAULT '{}',
  diets text[] NOT NULL DEFAULT '{}',
  -- what follows (contract/canteen-labels.ts), as everybody reads it: {contains, free, conflicts, diets}
  labels jsonb NOT NULL DEFAULT '{"contains":[],"free":[],"conflicts":[],"diets":[]}',
  -- it could not be published as it is
  has_problems boolean NOT NULL DEFAULT true,
  -- the lexicon it was judged by; another one judges it anew
  judged_by text NOT NULL DEFAULT '',
  spice integer NOT NULL DEFAULT 0 CHECK (spice BETWEEN 0 AND 3),
  note text NOT NULL DEFAULT '',
  prices jsonb NOT NULL DEFAULT '[]',
  has_half boolean NOT NULL DEFAULT false,
  confirmed_at timestamptz,
  confirmed_by uuid,
  -- grows with every edit of name, ingredients or labels
  label_revision integer NOT NULL DEFAULT 1,
  rating_count integer NOT NULL DEFAULT 0 CHECK (rating_count >= 0),
  rating_sum integer NOT NULL DEFAULT 0 CHECK (rating_sum >= 0),
  is_retired boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, dish_id),
  FOREIGN KEY (org_id, confirmed_by) REFERENCES person,
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
);
CREATE UNIQUE INDEX dish_name ON dish (org_id, name) WHERE NOT is_retired;
CREATE INDEX dish_judged ON dish (judged_by);

-- Every edit of what a label stands on, appended and never changed.
CREATE TABLE dish_label_event (
  org_id integer NOT NULL,
  dish_id uuid NOT NULL,
  event_number integer NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('created', 'edited', 'confirmed', 'imported')),
  -- {name, ingredients, isNameFigurative, contains, free, diets} as they were from then on
  data jsonb NOT NULL,
  PRIMARY KEY (org_id, dish_id, event_number),
  FOREIGN KEY (org_id, dish_id) REFERENCES dish,
  FOREIGN KEY (org_id, by_id) REFERENCES person
);
CREATE TRIGGER dish_label_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dish_label_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TABLE dish_favourite (
  org_id integer NOT NULL,
  person_id uuid NOT NULL,
  dish_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, person_id, dish_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person,
  FOREIGN KEY (org_id, dish_id) REFERENCES dish
);
CREATE INDEX dish_favourite_by_dish ON dish_favourite (org_id, dish_id);

-- A day of a canteen: the kitchen's draft, and what has been published of it. Without published_at nobody knows of it.
CREATE TABLE menu_day (
  org_id integer NOT NULL,
  canteen_id uuid NOT NULL,
  day date NOT NULL,
  -- grows with every change of the draft
  revision integer NOT NULL DEFAULT 1,
  -- {isClosed, note, mealPlaces, lines}, see draftDay in contract/canteen-menus.ts
  draft jsonb NOT NULL,
  -- the draft as it was when it was last published
  published jsonb,
  has_changes boolean NOT NULL GENERATED ALWAYS AS (draft IS DISTINCT FROM published) STORED,
  is_closed boolean NOT NULL DEFAULT false,
  note text NOT NULL DEFAULT '',
  published_at timestamptz,
  changed_at timestamptz,
  PRIMARY KEY (org_id, canteen_id, day),
  FOREIGN KEY (org_id, canteen_id) REFERENCES canteen
);

-- One meal of one published day, with its hours as they were when it was published.
CREATE TABLE sitting (
  org_id integer NOT NULL,
  sitting_id uuid NOT NULL,
  canteen_id uuid NOT NULL,
  day date NOT NULL,
  meal text NOT NULL CHECK (meal IN ('breakfast', 'lunch', 'dinner', 'supper', 'overtime')),
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
  -- absent: nobody asks who eats
  cutoff_at timestamptz,
  places integer,
  taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
  served integer CHECK (served >= 0),
  leftover_kg numeric(8, 2) CHECK (leftover_kg >= 0),
  -- taken off the menu, or its day was closed
  removed_at timestamptz,
  PRIMARY KEY (org_id, sitting_id),
  UNIQUE (org_id, canteen_id, day, meal),
  FOREIGN KEY (org_id, canteen_id) REFERENCES canteen,
  -- no more than there are, whoever asks at once
  CONSTRAINT sitting_places CHECK (places IS NULL OR taken <= places)
);
CREATE INDEX sitting_by_cutoff ON sitting (org_id, cutoff_at) WHERE removed_at IS NULL;
CREATE INDEX sitting_by_day ON sitting (org_id, day) WHERE removed_at IS NULL;

CREATE TABLE serving (
  org_id integer NOT NULL,
  serving_id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  -- of the sitting, so that a week and a dish are read from one index
  canteen_id uuid NOT NULL,
  day date NOT NULL,
  window_id uuid NOT NULL,
  dish_id uuid NOT NULL,
  sort_order integer NOT NULL DEFAULT 0,
  prices jsonb NOT NULL DEFAULT '[]',
  has_half boolean NOT NULL DEFAULT false,
  notes text[] NOT NULL DEFAULT '{}',
  places integer,
  taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
  sold_out_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, serving_id),
  FOREIGN KEY (org_id, sitting_id) REFERENCES sitting,
  FOREIGN KEY (org_id, window_id) REFERENCES canteen_window,
  FOREIGN KEY (org_id, dish_id) REFERENCES dish,
  CONSTRAINT serving_places CHECK (places IS NULL OR taken <= places)
);
CREATE UNIQUE INDEX serving_once ON serving (org_id, sitting_id, window_id, dish_id) WHERE removed_at IS NULL;
-- with those taken off: publishing looks for what comes back
CREATE INDEX serving_by_week ON serving (org_id, canteen_id, day);
CREATE INDEX serving_by_dish ON serving (org_id, dish_id, day) WHERE removed_at IS NULL;

-- What changed about days that were published already, and about labels of dishes on them.
CREATE TABLE menu_change (
  org_id integer NOT NULL,
  change_id uuid NOT NULL,
  canteen_id uuid NOT NULL,
  day date NOT NULL,
  meal text,
  dish_id uuid,
  serving_id uuid,
  kind text NOT NULL CHECK (kind IN ('added', 'updated', 'removed')),
  fields text[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  PRIMARY KEY (org_id, change_id),
  FOREIGN KEY (org_id, canteen_id) REFERENCES canteen
);
CREATE INDEX menu_change_by_day ON menu_change (org_id, canteen_id, day, at);

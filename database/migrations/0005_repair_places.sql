-- A place is wherever something can be reported: every room, and corridors, offices or plant rooms besides. A printed
-- code leads to a place, or to one asset that stands in it.

CREATE TABLE place (
  org_id integer NOT NULL,
  place_id uuid NOT NULL,
  building_id uuid NOT NULL,
  floor text NOT NULL DEFAULT '',
  floor_level integer NOT NULL DEFAULT 0,
  name text NOT NULL,
  pinyin text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  -- a room is a place with the same id; the trigger below keeps the two alike
  is_room boolean NOT NULL DEFAULT false,
  photo_policy text NOT NULL DEFAULT 'allowed' CHECK (photo_policy IN ('allowed', 'textOnly', 'forbidden')),
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, place_id),
  FOREIGN KEY (org_id, building_id) REFERENCES building
);
CREATE UNIQUE INDEX place_name ON place (org_id, building_id, floor, name) WHERE NOT is_retired AND NOT is_room;

INSERT INTO place (org_id, place_id, building_id, floor, floor_level, name, pinyin, initials, is_room, is_retired)
SELECT org_id, room_id, building_id, floor, floor_level, name, pinyin, initials, true, is_retired FROM room;

CREATE FUNCTION keep_room_as_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO place (org_id, place_id, building_id, floor, floor_level, name, pinyin, initials, is_room, is_retired)
  VALUES (NEW.org_id, NEW.room_id, NEW.building_id, NEW.floor, NEW.floor_level, NEW.name, NEW.pinyin, NEW.initials,
    true, NEW.is_retired)
  ON CONFLICT (org_id, place_id) DO UPDATE SET building_id = NEW.building_id, floor = NEW.floor,
    floor_level = NEW.floor_level, name = NEW.name, pinyin = NEW.pinyin, initials = NEW.initials,
    is_retired = NEW.is_retired;
  RETURN NULL;
END $$;
CREATE TRIGGER room_is_a_place
  AFTER INSERT OR UPDATE OF building_id, floor, floor_level, name, pinyin, initials, is_retired ON room
  FOR EACH ROW EXECUTE FUNCTION keep_room_as_place();

CREATE TABLE asset (
  org_id integer NOT NULL,
  asset_id uuid NOT NULL,
  place_id uuid NOT NULL,
  name text NOT NULL,
  -- as the institution's own books number it
  asset_number text NOT NULL DEFAULT '',
  model text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  -- the category that is proposed when this asset's code was scanned
  category_id uuid,
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, asset_id),
  FOREIGN KEY (org_id, place_id) REFERENCES place
);
CREATE INDEX asset_by_place ON asset (org_id, place_id) WHERE NOT is_retired;
CREATE UNIQUE INDEX asset_number_once ON asset (org_id, asset_number) WHERE asset_number <> '' AND NOT is_retired;

ALTER TABLE door_code RENAME COLUMN room_id TO place_id;
ALTER TABLE door_code DROP CONSTRAINT door_code_org_id_room_id_fkey;
ALTER TABLE door_code ADD FOREIGN KEY (org_id, place_id) REFERENCES place;
ALTER TABLE door_code ADD COLUMN asset_id uuid;
ALTER TABLE door_code ADD FOREIGN KEY (org_id, asset_id) REFERENCES asset;
DROP INDEX door_code_of_room;
CREATE UNIQUE INDEX door_code_of_place ON door_code (org_id, place_id) WHERE revoked_at IS NULL AND asset_id IS NULL;
CREATE UNIQUE INDEX door_code_of_asset ON door_code (org_id, asset_id) WHERE revoked_at IS NULL AND asset_id IS NOT NULL;

-- What tickets are judged by, and who does them.

CREATE TABLE repair_setting (
  org_id integer PRIMARY KEY REFERENCES org,
  duty_phone text NOT NULL DEFAULT '',
  -- service hours of each ISO weekday, Monday first: seven lists of [open, close) in minutes
  weekly jsonb NOT NULL DEFAULT
    '[[[510,720],[870,1080]],[[510,720],[870,1080]],[[510,720],[870,1080]],[[510,720],[870,1080]],[[510,720],[870,1080]],[],[]]',
  -- the last year whose holidays are entered
  published_through integer NOT NULL DEFAULT 2026,
  dispatch text NOT NULL DEFAULT 'auto' CHECK (dispatch IN ('auto', 'desk')),
  -- duties that are told when a clock ran out: {"response": ["dispatcher"], …}
  escalation jsonb NOT NULL DEFAULT
    '{"response":["dispatcher"],"plan":["dispatcher"],"resolve":["dispatcher","manager"],"visit":["manager"]}',
  -- grows with every change of settings, categories or special days: one small read tells whether a kept copy is right
  revision integer NOT NULL DEFAULT 1,
  -- what the due times of open tickets were last computed with
  computed_for text NOT NULL DEFAULT ''
);

CREATE TABLE category (
  org_id integer NOT NULL REFERENCES org,
  category_id uuid NOT NULL,
  parent_id uuid,
  kind text NOT NULL CHECK (kind IN ('repair', 'cleaning', 'hazard', 'praise')),
  name text NOT NULL,
  skill text NOT NULL DEFAULT '',
  questions jsonb NOT NULL DEFAULT '[]',
  self_help text NOT NULL DEFAULT '',
  limits jsonb NOT NULL DEFAULT '{"normal":{},"urgent":{}}',
  sort_order integer NOT NULL DEFAULT 0,
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, category_id),
  FOREIGN KEY (org_id, parent_id) REFERENCES category
);
CREATE UNIQUE INDEX category_name ON category (org_id, kind, parent_id, name) NULLS NOT DISTINCT WHERE NOT is_retired;
ALTER TABLE asset ADD FOREIGN KEY (org_id, category_id) REFERENCES category;

CREATE TABLE technician (
  org_id integer NOT NULL,
  person_id uuid NOT NULL,
  skills text[] NOT NULL DEFAULT '{}',
  -- none means all of them
  building_ids uuid[] NOT NULL DEFAULT '{}',
  -- seven lists of [from, to) in minutes, Monday first; empty lists only: no shifts are kept for this person
  shifts jsonb NOT NULL DEFAULT '[[],[],[],[],[],[],[]]',
  away_from date,
  away_until date,
  PRIMARY KEY (org_id, person_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);

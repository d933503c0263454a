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

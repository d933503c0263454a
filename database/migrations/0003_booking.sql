-- Meeting rooms and who has them when. The exclusion constraint is what makes two bookings of one room impossible.

CREATE TABLE building (
  org_id integer NOT NULL,
  building_id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (org_id, building_id),
  UNIQUE (org_id, site_id, name),
  FOREIGN KEY (org_id, site_id) REFERENCES site
);

CREATE TABLE room (
  org_id integer NOT NULL,
  room_id uuid NOT NULL DEFAULT gen_random_uuid(),
  building_id uuid NOT NULL,
  floor text NOT NULL DEFAULT '',
  -- for sorting: B1 is -1
  floor_level integer NOT NULL DEFAULT 0,
  name text NOT NULL,
  pinyin text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  equipment text[] NOT NULL DEFAULT '{}',
  layouts text[] NOT NULL DEFAULT '{}',
  notice text NOT NULL DEFAULT '',
  photo_id uuid,
  rules jsonb NOT NULL,
  turnover_minutes integer NOT NULL CHECK (turnover_minutes BETWEEN 0 AND 240),
  -- grows with every change of the room, so that a wish judged by old rules is noticed
  revision integer NOT NULL DEFAULT 1,
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, room_id),
  FOREIGN KEY (org_id, building_id) REFERENCES building
);
CREATE UNIQUE INDEX room_name ON room (org_id, building_id, floor, name) WHERE NOT is_retired;

-- Grows with every change of the directory: one small read tells whether a kept copy is still right.
CREATE TABLE room_directory (
  org_id integer PRIMARY KEY REFERENCES org,
  revision integer NOT NULL DEFAULT 1
);

CREATE TABLE room_photo (
  org_id integer NOT NULL,
  photo_id uuid NOT NULL DEFAULT gen_random_uuid(),
  room_id uuid NOT NULL,
  webp bytea NOT NULL,
  PRIMARY KEY (org_id, photo_id),
  FOREIGN KEY (org_id, room_id) REFERENCES room
);
CREATE INDEX room_photo_by_id ON room_photo (photo_id);

-- The codes printed on doors. They are looked up before the institution is known.
CREATE TABLE door_code (
  org_id integer NOT NULL,
  token text NOT NULL CHECK (token ~ '^[A-Za-z0-9_-]{8,22}$'),
  human_code text NOT NULL CHECK (human_code ~ '^[0-9A-Z]{6}$'),
  room_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (org_id, token),
  UNIQUE (org_id, human_code),
  FOREIGN KEY (org_id, room_id) REFERENCES room
);
CREATE UNIQUE INDEX door_code_of_room ON door_code (org_id, room_id) WHERE revoked_at IS NULL;

CREATE TABLE booking (
  org_id integer NOT NULL,
  booking_id uuid NOT NULL,
  room_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- the end and the turnover after it: until then nobody else may have the room
  free_at timestamptz NOT NULL,
  during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, free_at, '[)')) STORED,
  organizer_id uuid NOT NULL,
  booked_by_id uuid NOT NULL,
  purpose text NOT NULL,
  attendee_count integer NOT NULL CHECK (attendee_count > 0),
  layout text,
  tea boolean NOT NULL DEFAULT false,
  equipment text[] NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'confirmed' CHECK (status IN ('confirmed', 'cancelled')),
  cancel_reason text NOT NULL DEFAULT '',
  checked_in_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, booking_id),
  FOREIGN KEY (org_id, room_id) REFERENCES room,
  FOREIGN KEY (org_id, organizer_id) REFERENCES person,
  FOREIGN KEY (org_id, booked_by_id) REFERENCES person,
  CHECK (starts_at < ends_at AND ends_at <= free_at),
  CONSTRAINT one_booking_at_a_time
    EXCLUDE USING gist (org_id WITH =, room_id WITH =, during WITH &&) WHERE (status = 'confirmed')
);
-- whoever looks at a day asks for rooms, a page of them or all: some hundred short probes beat reading everybody's day
CREATE INDEX booking_by_room ON booking (org_id, room_id, starts_at) WHERE status = 'confirmed';
CREATE INDEX booking_by_organizer ON booking (org_id, organizer_id, starts_at);
CREATE INDEX booking_by_maker ON booking (org_id, booked_by_id, starts_at) WHERE booked_by_id <> organizer_id;

-- Private calendar addresses, one per person or room and asker.
CREATE TABLE calendar_link (
  org_id integer NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  room_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, token_hash),
  FOREIGN KEY (org_id, person_id) REFERENCES person,
  FOREIGN KEY (org_id, room_id) REFERENCES room
);
CREATE UNIQUE INDEX calendar_link_one ON calendar_link (org_id, person_id, room_id) NULLS NOT DISTINCT;

-- Timetables as GTFS describes them. Lines, stops and trips keep the ids of the feed, so that what people keep of them
-- (usual stops, seats, delays) outlives the next timetable; inside of one they are numbered, because a million stop times
-- are read and written by number.

CREATE TABLE shuttle_setting (
  org_id integer PRIMARY KEY REFERENCES org,
  -- a seat can be reserved from 00:00 of so many days before, until so many minutes before the departure at its stop
  opens_days integer NOT NULL DEFAULT 7 CHECK (opens_days BETWEEN 1 AND 60),
  closes_minutes integer NOT NULL DEFAULT 5 CHECK (closes_minutes BETWEEN 0 AND 1440),
  late_cancel_minutes integer NOT NULL DEFAULT 30 CHECK (late_cancel_minutes BETWEEN 0 AND 1440),
  hold_minutes integer NOT NULL DEFAULT 15 CHECK (hold_minutes BETWEEN 1 AND 240),
  most_per_day integer NOT NULL DEFAULT 4 CHECK (most_per_day BETWEEN 1 AND 20),
  most_ahead integer NOT NULL DEFAULT 30 CHECK (most_ahead BETWEEN 1 AND 200),
  is_public boolean NOT NULL DEFAULT false,
  -- what boarding codes are signed with
  boarding_key bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
INSERT INTO shuttle_setting (org_id) SELECT org_id FROM org;
CREATE FUNCTION give_shuttle_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO shuttle_setting (org_id) VALUES (NEW.org_id);
  RETURN NULL;
END $$;
CREATE TRIGGER org_has_shuttle_setting AFTER INSERT ON org FOR EACH ROW EXECUTE FUNCTION give_shuttle_setting();

CREATE TABLE timetable (
  org_id integer NOT NULL REFERENCES org,
  timetable_key integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  timetable_id uuid NOT NULL,
  name text NOT NULL,
  -- the rows of agency.txt as they were given; all agencies of a feed share one zone
  agencies jsonb NOT NULL DEFAULT '[]',
  agency_name text NOT NULL DEFAULT '',
  -- IANA
  timezone text NOT NULL,
  source text NOT NULL CHECK (source IN ('gtfs', 'sheet', 'hand')),
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'retired')),
  -- grows with every edit of a draft and with every putting in force
  revision integer NOT NULL DEFAULT 1,
  -- {routes, stops, trips, stopTimes, services, frequencies}
  counts jsonb NOT NULL DEFAULT '{}',
  first_day date,
  last_day date,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (org_id, timetable_key),
  UNIQUE (org_id, timetable_id),
  FOREIGN KEY (org_id, created_by) REFERENCES person,
  CHECK ((status = 'draft') = (published_at IS NULL))
);
CREATE UNIQUE INDEX timetable_in_force ON timetable (org_id) WHERE status = 'published';

CREATE TABLE timetable_route (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  route_key integer NOT NULL,
  route_id text NOT NULL,
  agency_id text NOT NULL DEFAULT '',
  short_name text NOT NULL DEFAULT '',
  long_name text NOT NULL DEFAULT '',
  route_type integer NOT NULL DEFAULT 3,
  color text NOT NULL DEFAULT '',
  text_color text NOT NULL DEFAULT '',
  sort_order integer NOT NULL DEFAULT 0,
  -- columns of the feed that nothing here reads, for its export
  more jsonb,
  PRIMARY KEY (org_id, timetable_key, route_key),
  UNIQUE (org_id, timetable_key, route_id),
  FOREIGN KEY (org_id, timetable_key) REFERENCES timetable ON DELETE CASCADE
);

CREATE TABLE timetable_stop (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  stop_key integer NOT NULL,
  stop_id text NOT NULL,
  code text NOT NULL DEFAULT '',
  name text NOT NULL DEFAULT '',
  pinyin text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  -- 0 a stop or platform, 1 a station, 2 an entrance, 3 a node, 4 a boarding area
  location_type integer NOT NULL DEFAULT 0 CHECK (location_type BETWEEN 0 AND 4),
  -- stop_key of the station
  parent_key integer,
  wheelchair integer NOT NULL DEFAULT 0 CHECK (wheelchair BETWEEN 0 AND 2),
  more jsonb,
  PRIMARY KEY (org_id, timetable_key, stop_key),
  UNIQUE (org_id, timetable_key, stop_id),
  FOREIGN KEY (org_id, timetable_key) REFERENCES timetable ON DELETE CASCADE
);
CREATE INDEX timetable_stop_of_station ON timetable_stop (org_id, timetable_key, parent_key) WHERE parent_key IS NOT NULL;

-- When trips run. `calendar` follows the weekdays between two days; `workdays` and `restDays` follow special_day too.
CREATE TABLE timetable_service (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  service_key integer NOT NULL,
  service_id text NOT NULL,
  name text NOT NULL DEFAULT '',
  rule text NOT NULL DEFAULT 'calendar' CHECK (rule IN ('calendar', 'workdays', 'restDays')),
  -- ISO weekdays, 1 is Monday
  weekdays integer[] NOT NULL DEFAULT '{}',
  -- both null: it runs on its added days only
  starts_on date,
  ends_on date CHECK (ends_on >= starts_on),
  more jsonb,
  PRIMARY KEY (org_id, timetable_key, service_key),
  UNIQUE (org_id, timetable_key, service_id),
  FOREIGN KEY (org_id, timetable_key) REFERENCES timetable ON DELETE CASCADE,
  CHECK ((starts_on IS NULL) = (ends_on IS NULL))
);

CREATE TABLE service_exception (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  service_key integer NOT NULL,
  day date NOT NULL,
  is_added boolean NOT NULL,
  PRIMARY KEY (org_id, timetable_key, service_key, day),
  FOREIGN KEY (org_id, timetable_key, service_key) REFERENCES timetable_service ON DELETE CASCADE
);

CREATE TABLE timetable_trip (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  trip_key integer NOT NULL,
  trip_id text NOT NULL,
  route_key integer NOT NULL,
  service_key integer NOT NULL,
  direction_id integer CHECK (direction_id IN (0, 1)),
  headsign text NOT NULL DEFAULT '',
  short_name text NOT NULL DEFAULT '',
  wheelchair integer NOT NULL DEFAULT 0 CHECK (wheelchair BETWEEN 0 AND 2),
  has_headway boolean NOT NULL DEFAULT false,
  -- of a sheet; what the fleet assigns counts before it. Never exported with the open data
  plate text NOT NULL DEFAULT '',
  seats integer CHECK (seats BETWEEN 1 AND 300),
  driver text NOT NULL DEFAULT '',
  driver_phone text NOT NULL DEFAULT '',
  more jsonb,
  PRIMARY KEY (org_id, timetable_key, trip_key),
  UNIQUE (org_id, timetable_key, trip_id),
  FOREIGN KEY (org_id, timetable_key, route_key) REFERENCES timetable_route ON DELETE CASCADE,
  FOREIGN KEY (org_id, timetable_key, service_key) REFERENCES timetable_service
);
CREATE INDEX timetable_trip_of_route ON timetable_trip (org_id, timetable_key, route_key, direction_id);
CREATE INDEX timetable_trip_of_service ON timetable_trip (org_id, timetable_key, service_key);

-- Seconds since noon minus 12 hours of the service day; ends_at itself starts no trip.
CREATE TABLE trip_frequency (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  trip_key integer NOT NULL,
  starts_at integer NOT NULL CHECK (starts_at >= 0),
  ends_at integer NOT NULL CHECK (ends_at > starts_at),
  headway integer NOT NULL CHECK (headway > 0),
  is_exact boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, timetable_key, trip_key, starts_at),
  FOREIGN KEY (org_id, timetable_key, trip_key) REFERENCES timetable_trip ON DELETE CASCADE
);

-- No foreign keys: three checks for each of a million rows cost more than writing them. Whoever writes them numbers stops,
-- trips and services in the same transaction. service_key, is_last and has_headway repeat what trip and sequence say: the
-- next departures of a stop are then one short stretch of one index for each service of a day.
CREATE TABLE stop_time (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  trip_key integer NOT NULL,
  stop_sequence integer NOT NULL,
  stop_key integer NOT NULL,
  service_key integer NOT NULL,
  -- seconds since noon minus 12 hours of the service day
  arrival integer NOT NULL,
  departure integer NOT NULL CHECK (departure >= arrival),
  -- the feed says no time: laid between those around it
  is_guessed boolean NOT NULL DEFAULT false,
  is_last boolean NOT NULL,
  has_headway boolean NOT NULL,
  -- 0 regularly, 1 not at all, 2 by phone, 3 by asking the driver
  pickup_type smallint NOT NULL DEFAULT 0,
  drop_off_type smallint NOT NULL DEFAULT 0,
  headsign text,
  more jsonb,
  PRIMARY KEY (org_id, timetable_key, trip_key, stop_sequence)
);
CREATE INDEX stop_time_next ON stop_time (org_id, timetable_key, stop_key, service_key, departure)
  WHERE NOT is_last AND NOT has_headway AND pickup_type <> 1;
CREATE INDEX stop_time_headway ON stop_time (org_id, timetable_key, stop_key) WHERE has_headway;

CREATE FUNCTION remove_stop_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM stop_time WHERE org_id = OLD.org_id AND timetable_key = OLD.timetable_key;
  DELETE FROM stop_service WHERE org_id = OLD.org_id AND timetable_key = OLD.timetable_key;
  RETURN NULL;
END $$;
CREATE TRIGGER timetable_takes_its_times AFTER DELETE ON timetable FOR EACH ROW EXECUTE FUNCTION remove_stop_times();

-- Which services depart at a stop at fixed times, and the last second at which each does: what need not be looked at; and
-- the same for each line and direction of it (route_key * 2 + direction_id), which tells 末班. Without a foreign key for
-- the same reason as stop_time, with which it is written and thrown away.
CREATE TABLE stop_service (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  stop_key integer NOT NULL,
  service_key integer NOT NULL,
  last_departure integer NOT NULL,
  lines integer[] NOT NULL,
  last_of_lines integer[] NOT NULL,
  PRIMARY KEY (org_id, timetable_key, stop_key, service_key),
  CHECK (cardinality(lines) = cardinality(last_of_lines))
);

-- Files of a feed that nothing here reads (shapes, fares …), as they came: deflated.
CREATE TABLE timetable_file (
  org_id integer NOT NULL,
  timetable_key integer NOT NULL,
  name text NOT NULL,
  byte_count bigint NOT NULL,
  crc32 bigint NOT NULL,
  deflated bytea NOT NULL,
  PRIMARY KEY (org_id, timetable_key, name),
  FOREIGN KEY (org_id, timetable_key) REFERENCES timetable ON DELETE CASCADE
);

-- 晚点、停开: what differs on one day. starts_at_seconds is of one start of a headway, else -1.
CREATE TABLE trip_change (
  org_id integer NOT NULL REFERENCES org,
  day date NOT NULL,
  trip_id text NOT NULL,
  starts_at_seconds integer NOT NULL DEFAULT -1,
  delay_minutes integer NOT NULL DEFAULT 0 CHECK (delay_minutes BETWEEN 0 AND 600),
  is_cancelled boolean NOT NULL DEFAULT false,
  note text NOT NULL DEFAULT '',
  by_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, day, trip_id, starts_at_seconds),
  FOREIGN KEY (org_id, by_id) REFERENCES person
);

-- Seats. A place is for a segment of a run (one trip on one day): the row of the run counts for each segment how many
-- are taken, and its constraint makes more than there are impossible, whatever code writes.

-- Lines whose seats are reserved; where no vehicle is assigned they have so many.
CREATE TABLE shuttle_line (
  org_id integer NOT NULL REFERENCES org,
  route_id text NOT NULL,
  is_reservable boolean NOT NULL,
  seats integer NOT NULL CHECK (seats BETWEEN 1 AND 300),
  wheelchair_places integer NOT NULL DEFAULT 0 CHECK (wheelchair_places BETWEEN 0 AND 20),
  PRIMARY KEY (org_id, route_id)
);

CREATE TABLE shuttle_vehicle (
  org_id integer NOT NULL REFERENCES org,
  vehicle_id uuid NOT NULL,
  plate text NOT NULL,
  name text NOT NULL DEFAULT '',
  seats integer NOT NULL CHECK (seats BETWEEN 1 AND 300),
  wheelchair_places integer NOT NULL DEFAULT 0 CHECK (wheelchair_places BETWEEN 0 AND 20),
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, vehicle_id)
);
CREATE UNIQUE INDEX shuttle_vehicle_plate ON shuttle_vehicle (org_id, plate) WHERE NOT is_retired;

-- Vehicle and driver of a trip: always (day is null), or on one day, which then counts alone.
CREATE TABLE trip_assignment (
  org_id integer NOT NULL REFERENCES org,
  trip_id text NOT NULL,
  day date,
  vehicle_id uuid,
  driver_id uuid,
  UNIQUE NULLS NOT DISTINCT (org_id, trip_id, day),
  FOREIGN KEY (org_id, vehicle_id) REFERENCES shuttle_vehicle,
  FOREIGN KEY (org_id, driver_id) REFERENCES person
);

-- One trip on one day, made when the first place of it is asked for. Its stops are kept as they were then: places are
-- counted between positions in them (1 first), whatever becomes of the timetable.
CREATE TABLE shuttle_run (
  org_id integer NOT NULL REFERENCES org,
  run_id uuid NOT NULL,
  day date NOT NULL,
  trip_id text NOT NULL,
  route_id text NOT NULL,
  headsign text NOT NULL DEFAULT '',
  -- IANA, of the timetable it was made from
  timezone text NOT NULL,
  stop_ids text[] NOT NULL,
  stop_names text[] NOT NULL,
  arrives_at timestamptz[] NOT NULL,
  departs_at timestamptz[] NOT NULL,
  may_board boolean[] NOT NULL,
  may_alight boolean[] NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  seats integer NOT NULL,
  wheelchair_places integer NOT NULL,
  -- between position i and i + 1, by kind; a trigger keeps it (0017)
  taken_seats integer[] NOT NULL,
  taken_wheelchair integer[] NOT NULL,
  next_waiting integer NOT NULL DEFAULT 1,
  -- no trip of the timetable in force any more
  is_withdrawn boolean NOT NULL DEFAULT false,
  closed_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, run_id),
  UNIQUE (org_id, day, trip_id),
  CHECK (cardinality(taken_seats) = cardinality(stop_ids) - 1 AND cardinality(taken_wheelchair) = cardinality(taken_seats)),
  CONSTRAINT never_over_sold CHECK (seats >= ALL (taken_seats) AND wheelchair_places >= ALL (taken_wheelchair)),
  CONSTRAINT never_below_none CHECK (0 <= ALL (taken_seats) AND 0 <= ALL (taken_wheelchair))
);
CREATE INDEX shuttle_run_open ON shuttle_run (ends_at) WHERE closed_at IS NULL;

CREATE TABLE seat_season (
  org_id integer NOT NULL,
  season_id uuid NOT NULL,
  person_id uuid NOT NULL,
  made_by uuid NOT NULL,
  trip_id text NOT NULL,
  from_stop_id text NOT NULL,
  to_stop_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('seat', 'wheelchair')),
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day),
  ended_at timestamptz,
  -- every day until this one was reserved, waited for, or passed over
  done_until date,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, season_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person,
  FOREIGN KEY (org_id, made_by) REFERENCES person
);
CREATE UNIQUE INDEX seat_season_once ON seat_season (org_id, person_id, trip_id) WHERE ended_at IS NULL;

CREATE TABLE seat_reservation (
  org_id integer NOT NULL,
  reservation_id uuid NOT NULL,
  run_id uuid NOT NULL,
  -- the rider, or who answers for the guest
  person_id uuid NOT NULL,
  guest_name text NOT NULL DEFAULT '',
  made_by uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('seat', 'wheelchair')),
  from_position integer NOT NULL CHECK (from_position >= 1),
  to_position integer NOT NULL CHECK (to_position > from_position),
  -- the departure at its stop, by the timetable
  boards_at timestamptz NOT NULL,
  day date NOT NULL,
  status text NOT NULL CHECK (status IN ('reserved', 'waiting', 'offered', 'boarded', 'noShow', 'cancelled', 'lapsed')),
  waiting_number integer,
  offered_until timestamptz,
  season_id uuid,
  boarded_at timestamptz,
  boarded_by uuid,
  cancelled_at timestamptz,
  is_late_cancel boolean NOT NULL DEFAULT false,
  -- the ledger: excused, and why
  is_excused boolean NOT NULL DEFAULT false,
  excuse text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, reservation_id),
  FOREIGN KEY (org_id, run_id) REFERENCES shuttle_run,
  FOREIGN KEY (org_id, person_id) REFERENCES person,
  FOREIGN KEY (org_id, made_by) REFERENCES person,
  CHECK ((status = 'offered') <= (offered_until IS NOT NULL))
);
CREATE UNIQUE INDEX seat_once ON seat_reservation (org_id, run_id, person_id, guest_name)
  WHERE status IN ('reserved', 'waiting', 'offered', 'boarded');
CREATE INDEX seat_of_person ON seat_reservation (org_id, person_id, boards_at);
CREATE INDEX seat_of_maker ON seat_reservation (org_id, made_by, boards_at) WHERE made_by <> person_id;
CREATE UNIQUE INDEX seat_of_season ON seat_reservation (org_id, season_id, day) WHERE season_id IS NOT NULL;
CREATE INDEX seat_waiting ON seat_reservation (org_id, run_id, waiting_number) WHERE status = 'waiting';
CREATE INDEX seat_offered ON seat_reservation (offered_until) WHERE status = 'offered';
CREATE INDEX seat_in_ledger ON seat_reservation (org_id, day) WHERE status = 'noShow' OR is_late_cancel;

-- What the driver scanned and what came of it: boardings, refusals, and people without a seat. Appended only.
CREATE TABLE boarding_event (
  org_id integer NOT NULL,
  run_id uuid NOT NULL,
  event_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('boarded', 'unboarded', 'walkIn', 'refused')),
  -- the refusal
  reason text NOT NULL DEFAULT '',
  reservation_id uuid,
  stop_id text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, run_id, event_id),
  FOREIGN KEY (org_id, run_id) REFERENCES shuttle_run,
  FOREIGN KEY (org_id, by_id) REFERENCES person
);

-- How many places a run has, and which vehicle and driver: of its day, else always, else what the sheet or the line says.

CREATE FUNCTION assignment_of_run(org integer, of_trip text, on_day date) RETURNS SETOF trip_assignment
LANGUAGE sql STABLE AS $$
  SELECT * FROM trip_assignment a
  WHERE a.org_id = org AND a.trip_id = of_trip AND (a.day = on_day OR a.day IS NULL)
  ORDER BY a.day NULLS LAST LIMIT 1
$$;

CREATE FUNCTION places_of_run(org integer, of_trip text, of_route text, on_day date)
RETURNS TABLE (seats integer, wheelchair_places integer) LANGUAGE sql STABLE AS $$
  SELECT coalesce(v.seats, t.seats, l.seats, 45), coalesce(v.wheelchair_places, l.wheelchair_places, 0)
  FROM (SELECT) one
  LEFT JOIN assignment_of_run(org, of_trip, on_day) a ON true
  LEFT JOIN shuttle_vehicle v ON v.org_id = org AND v.vehicle_id = a.vehicle_id
  LEFT JOIN timetable tt ON tt.org_id = org AND tt.status = 'published'
  LEFT JOIN timetable_trip t ON t.org_id = org AND t.timetable_key = tt.timetable_key AND t.trip_id = of_trip
  LEFT JOIN shuttle_line l ON l.org_id = org AND l.route_id = of_route
$$;

-- The trips of some services on a day as the fleet sees them; one of them when of_trip is given. Times in seconds of the
-- service day.
CREATE FUNCTION runs_of_day(org integer, of_timetable integer, of_services integer[], on_day date, of_trip text)
RETURNS TABLE (trip_id text, headsign text, headway integer, departure integer, arrival integer, first_stop text,
  last_stop text, route_id text, short_name text, long_name text, color text, text_color text, delay_minutes integer,
  is_cancelled boolean, change_note text, vehicle_id uuid, plate text, driver_id uuid, driver text, is_reservable boolean,
  seats integer, wheelchair_places integer, run_id uuid, closed_at timestamptz, reserved integer, boarded integer,
  waiting integer, most_taken integer) LANGUAGE sql STABLE AS $$
  SELECT p.trip_id, coalesce(nullif(p.headsign, ''), last_stop.name), f.headway, coalesce(f.starts_at, begins.departure),
    coalesce(f.ends_at, ends.arrival), first_stop.name, last_stop.name, r.route_id, r.short_name, r.long_name, r.color,
    r.text_color, coalesce(c.delay_minutes, 0), coalesce(c.is_cancelled, false), coalesce(c.note, ''),
    a.vehicle_id, coalesce(v.plate, p.plate), a.driver_id, coalesce(d.name, p.driver),
    coalesce(l.is_reservable, false) AND NOT p.has_headway, places.seats, places.wheelchair_places, u.run_id, u.closed_at,
    coalesce(n.reserved, 0), coalesce(n.boarded, 0), coalesce(n.waiting, 0),
    coalesce((SELECT max(taken) FROM unnest(u.taken_seats) taken), 0)
  FROM timetable_trip p
  JOIN timetable_route r ON r.org_id = org AND r.timetable_key = of_timetable AND r.route_key = p.route_key
  JOIN LATERAL (SELECT x.departure, x.stop_key FROM stop_time x WHERE x.org_id = org AND x.timetable_key = of_timetable
    AND x.trip_key = p.trip_key ORDER BY x.stop_sequence LIMIT 1) begins ON true
  JOIN LATERAL (SELECT x.arrival, x.stop_key FROM stop_time x WHERE x.org_id = org AND x.timetable_key = of_timetable
    AND x.trip_key = p.trip_key ORDER BY x.stop_sequence DESC LIMIT 1) ends ON true
  JOIN timetable_stop first_stop ON first_stop.org_id = org AND first_stop.timetable_key = of_timetable
    AND first_stop.stop_key = begins.stop_key
  JOIN timetable_stop last_stop ON last_stop.org_id = org AND last_stop.timetable_key = of_timetable
    AND last_stop.stop_key = ends.stop_key
  LEFT JOIN LATERAL (SELECT min(q.starts_at) AS starts_at, max(q.ends_at) AS ends_at, min(q.headway) AS headway
    FROM trip_frequency q WHERE q.org_id = org AND q.timetable_key = of_timetable AND q.trip_key = p.trip_key) f ON true
  LEFT JOIN trip_change c ON c.org_id = org AND c.day = on_day AND c.trip_id = p.trip_id AND c.starts_at_seconds = -1
  LEFT JOIN assignment_of_run(org, p.trip_id, on_day) a ON true
  LEFT JOIN shuttle_vehicle v ON v.org_id = org AND v.vehicle_id = a.vehicle_id
  LEFT JOIN person d ON d.org_id = org AND d.person_id = a.driver_id
  LEFT JOIN shuttle_line l ON l.org_id = org AND l.route_id = r.route_id
  CROSS JOIN LATERAL places_of_run(org, p.trip_id, r.route_id, on_day) places
  LEFT JOIN shuttle_run u ON u.org_id = org AND u.day = on_day AND u.trip_id = p.trip_id
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE s.status IN ('reserved', 'offered', 'boarded', 'noShow')))::integer AS reserved,
      (count(*) FILTER (WHERE s.status = 'boarded'))::integer AS boarded,
      (count(*) FILTER (WHERE s.status = 'waiting'))::integer AS waiting
    FROM seat_reservation s WHERE s.org_id = org AND s.run_id = u.run_id) n ON true
  WHERE p.org_id = org AND p.timetable_key = of_timetable AND p.service_key = ANY (of_services)
    AND (of_trip IS NULL OR p.trip_id = of_trip)
$$;
CREATE INDEX seat_of_run ON seat_reservation (org_id, run_id, boards_at);

-- The decisive statement of a reservation, in one round trip: replay, rules still valid, exclusion, audit.

-- A room's rules and its bookings change under this lock; reservations share it, and it writes nothing.
CREATE FUNCTION lock_room(org integer, room uuid, is_changing boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF is_changing THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(room::text, org));
  ELSE
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(room::text, org));
  END IF;
END $$;

-- outcome: reserved, taken, stale (the room changed since it was judged), replayed (answer holds the first one),
-- reused (the key came with another body).
CREATE FUNCTION reserve_room(
  org integer, asker uuid, command_key uuid, command_fingerprint bytea, asked_at timestamptz, command_answer text,
  new_booking_id uuid, room uuid, judged_revision integer,
  starts timestamptz, ends timestamptz, free timestamptz, organizer uuid,
  new_purpose text, attendees integer, new_layout text, with_tea boolean, new_equipment text[], new_note text,
  audit_detail jsonb,
  OUT outcome text, OUT answer text
) LANGUAGE plpgsql AS $$
DECLARE
  earlier command;
BEGIN
  PERFORM lock_room(org, room, false);
  PERFORM FROM room r WHERE r.org_id = org AND r.room_id = room AND r.revision = judged_revision AND NOT r.is_retired;
  IF NOT FOUND THEN outcome := 'stale'; RETURN; END IF;

  INSERT INTO command VALUES (org, asker, command_key, command_fingerprint, command_answer, asked_at)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO earlier FROM command c WHERE c.org_id = org AND c.person_id = asker AND c.key = command_key;
    outcome := CASE WHEN earlier.fingerprint = command_fingerprint THEN 'replayed' ELSE 'reused' END;
    answer := earlier.answer;
    RETURN;
  END IF;

  INSERT INTO booking (org_id, booking_id, room_id, starts_at, ends_at, free_at, organizer_id, booked_by_id,
    purpose, attendee_count, layout, tea, equipment, note, created_at)
  VALUES (org, new_booking_id, room, starts, ends, free, organizer, asker,
    new_purpose, attendees, new_layout, with_tea, new_equipment, new_note, asked_at)
  ON CONFLICT ON CONSTRAINT one_booking_at_a_time DO NOTHING;
  IF NOT FOUND THEN
    DELETE FROM command c WHERE c.org_id = org AND c.person_id = asker AND c.key = command_key;
    outcome := 'taken';
    RETURN;
  END IF;

  INSERT INTO audit_entry (org_id, at, person_id, procedure, kind, detail)
  VALUES (org, asked_at, asker, 'booking.reserveRoom', 'write', audit_detail);
  outcome := 'reserved';
END $$;
